package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Precondition;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/**
 * Things of one kind that belong to a live project, and that people delete and take back. The counters and keys of
 * project and product follow in the same step, so that nobody reads the one without the other.
 */
public interface Restorable<I, T> {

    /** The project of a thing that is live, or that was deleted since then. */
    Uni<Optional<ProjectId>> projectOf(I id, Instant since);

    /**
     * Deletes a live thing; fails as STALE where the precondition does not hold.
     *
     * @return what was deleted, or empty where there is no such live thing
     */
    Uni<Optional<T>> delete(I id, Precondition precondition);

    /**
     * Brings back a thing that was deleted since then; one that is live stays as it is. Fails as CONFLICT where the
     * product that it belongs to is deleted.
     *
     * @return the live thing, or empty where there is none to bring back
     */
    Uni<Optional<T>> restore(I id, Instant since);

    /** What can be restored: deleted since then, and of no deleted product. */
    Uni<Page<T>> listDeleted(ProjectId project, Instant since, Page.Request page);
}
