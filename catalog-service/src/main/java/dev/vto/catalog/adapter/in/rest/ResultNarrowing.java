package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.Results;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list of images or videos is narrowed to. */
public class ResultNarrowing {

    /** Only those of this product. */
    @QueryParam("productId")
    @Nullable
    String productId;

    /** Only those that this job made. */
    @QueryParam("jobId")
    @Nullable
    String jobId;

    /** {@code true} or {@code false}. */
    @QueryParam("selected")
    @Nullable
    String selected;

    Results.Filter of(ProjectId project, UserId viewer) {
        return new Results.Filter(
                project,
                viewer,
                Optional.ofNullable(productId).map(text -> Ids.of("productId", text, ProductId::new)),
                Optional.ofNullable(jobId).map(text -> Ids.of("jobId", text, JobId::new)),
                Optional.ofNullable(selected).map(text -> Paging.flag("selected", text)));
    }
}
