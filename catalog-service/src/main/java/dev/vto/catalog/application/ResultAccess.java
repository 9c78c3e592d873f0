package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Restorable;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Who may change results of one kind, by the role in their project; what is hidden is called by its name. */
public final class ResultAccess<I> {

    private final String what;
    private final Restorable<I, ?> results;
    private final Access access;
    private final Retention retention;
    private final Clock clock;

    /** @param what the results are called, as {@code image} */
    public ResultAccess(String what, Restorable<I, ?> results, Access access, Retention retention, Clock clock) {
        this.what = what;
        this.results = results;
        this.access = access;
        this.retention = retention;
        this.clock = clock;
    }

    /** The project, where the user may change the result, be it live or deleted. */
    Uni<Project> toChange(I id, UserId user) {
        return results.projectOf(id, since())
                .map(this::require)
                .flatMap(project -> access.projectOf(what, project, user, Role.EDITOR));
    }

    /** What was deleted before this time is gone for good. */
    Instant since() {
        return retention.since(clock.instant());
    }

    /** @throws Rejected if there is none */
    <T> T require(Optional<T> found) {
        return found.orElseThrow(() -> Rejected.notFound(what));
    }
}
