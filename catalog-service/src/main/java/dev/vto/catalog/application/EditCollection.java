package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Collections;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Renames a collection of the user's own. */
public final class EditCollection {

    private final Access access;
    private final Collections collections;

    public EditCollection(Access access, Collections collections) {
        this.access = access;
        this.collections = collections;
    }

    /** @param name empty: it stays */
    public Uni<Collection> edit(UserId user, CollectionId id, Precondition known, Optional<Name> name) {
        return access.collection(id, user)
                .chain(own -> collections.edit(id, current -> {
                    known.require(current.version());
                    return name.map(current::renamed).orElse(current);
                }))
                .map(edited -> edited.orElseThrow(() -> Rejected.notFound("collection")));
    }
}
