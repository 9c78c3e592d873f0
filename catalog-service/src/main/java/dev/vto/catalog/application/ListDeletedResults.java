package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Restorable;
import dev.vto.catalog.domain.Retention;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/** Lists what of one kind can be restored, for those who may. */
public final class ListDeletedResults<T> {

    private final Restorable<?, T> results;
    private final Access access;
    private final Retention retention;
    private final Clock clock;

    public ListDeletedResults(Restorable<?, T> results, Access access, Retention retention, Clock clock) {
        this.results = results;
        this.access = access;
        this.retention = retention;
        this.clock = clock;
    }

    public Uni<Page<T>> list(UserId user, ProjectId project, Page.Request page) {
        return access.project(project, user, Role.EDITOR)
                .flatMap(found -> results.listDeleted(found.id(), retention.since(clock.instant()), page));
    }
}
