package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.postgres.Columns;
import dev.vto.shared.event.JobEventType;
import dev.vto.worker.domain.ClaimedJob;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One statement for all jobs of a worker. A row that is locked is being ended, and misses a beat. */
final class Heartbeat {

    private static final String SQL =
            """
            WITH beat AS (
              SELECT v.id, b.progress, b.progress - v.progress >= 0.05 AS moved
              FROM unnest($1::uuid[], $2::int[], $3::real[]) AS b(id, claim, progress)
              JOIN vto_job v ON v.id = b.id AND v.claim = b.claim AND v.status = 'RUNNING'
              FOR UPDATE OF v SKIP LOCKED
            ), j AS (
              UPDATE vto_job v SET heartbeat_at = now(), updated_at = now(),
                progress = CASE WHEN beat.moved THEN beat.progress ELSE v.progress END
              FROM beat WHERE v.id = beat.id RETURNING v.*, beat.moved
            ), events AS (%s)
            SELECT b.place FROM unnest($1::uuid[], $2::int[]) WITH ORDINALITY AS b(id, claim, place)
            JOIN vto_job v ON v.id = b.id AND v.claim = b.claim AND v.status = 'RUNNING'
            WHERE v.cancel_requested_at IS NULL
            """
                    .formatted(JobEvents.where(JobEventType.PROGRESSED, "moved"));

    private final Database database;

    Heartbeat(Database database) {
        this.database = database;
    }

    Uni<Set<ClaimedJob>> of(Map<ClaimedJob, Double> progress) {
        List<Map.Entry<ClaimedJob, Double>> beats = List.copyOf(progress.entrySet());
        Tuple columns = Columns.of(beats)
                .uuid(beat -> beat.getKey().id().value())
                .integer(beat -> beat.getKey().claim())
                .real(beat -> beat.getValue().floatValue())
                .tuple();
        return database.query(SQL, columns).map(rows -> rows.stream()
                .map(row -> beats.get(row.getInteger("place") - 1).getKey())
                .collect(Collectors.toSet()));
    }
}
