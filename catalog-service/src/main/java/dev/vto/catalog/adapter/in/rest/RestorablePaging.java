package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Rejected;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of what can be deleted and restored. */
public class RestorablePaging extends Paging {

    /** Whether what was deleted is listed instead of what is live. */
    @QueryParam("deleted")
    @Nullable
    String deleted;

    /** @throws Rejected if it is neither true nor false */
    boolean ofDeleted() {
        return deleted != null && flag("deleted", deleted);
    }
}
