package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.StreamRights;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresStreamRights implements StreamRights {

    /** The places, from 1, of those that may no longer read; a reading of one's own names no project. */
    private static final String LOST =
            """
            SELECT r.place FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS r(user_id, project_id, place)
            WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = r.user_id AND u.deleted_at IS NULL)
               OR r.project_id IS NOT NULL AND NOT EXISTS (
                 SELECT 1 FROM projects p WHERE p.id = r.project_id AND %s)
            """
                    .formatted(Viewers.mayBeSeenBy("r.user_id"));

    private final Pool pool;

    PostgresStreamRights(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Set<Reading>> lost(Set<Reading> readings) {
        List<Reading> asked = List.copyOf(readings);
        UUID[] users = asked.stream().map(reading -> reading.user().value()).toArray(UUID[]::new);
        UUID[] projects = asked.stream()
                .map(reading -> reading.project().map(ProjectId::value).orElse(null))
                .toArray(UUID[]::new);
        return Detached.from(pool.preparedQuery(LOST).execute(Tuple.of(users, projects)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> asked.get(row.getLong("place").intValue() - 1))
                        .collect(Collectors.toSet()));
    }
}
