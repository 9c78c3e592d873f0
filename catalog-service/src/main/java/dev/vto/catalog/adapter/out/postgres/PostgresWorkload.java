package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Workload;
import dev.vto.catalog.domain.job.Backlog;
import dev.vto.shared.job.JobKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** One statement, each part of it answered from an index. */
@ApplicationScoped
class PostgresWorkload implements Workload {

    /** Beyond that a number tells nobody more. */
    private static final int COUNTED = 100_000;

    private static final String MEASURE =
            """
            SELECT k.kind,
              (SELECT count(*) FROM (
                 SELECT 1 FROM vto_job
                 WHERE kind = k.kind AND status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NULL LIMIT $2) w) AS waiting,
              (SELECT count(*) FROM vto_job WHERE kind = k.kind AND status = 'RUNNING') AS running,
              (SELECT extract(epoch FROM clock_timestamp() - min(CASE WHEN claim = 0 THEN created_at ELSE updated_at END))::float8
               FROM vto_job
               WHERE kind = k.kind AND status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NULL) AS oldest_waiting,
              (SELECT count(*) FROM (
                 SELECT 1 FROM vto_job
                 WHERE status IN ('PENDING', 'QUEUED') AND next_attempt_at IS NOT NULL LIMIT $2) d) AS delayed,
              (SELECT extract(epoch FROM clock_timestamp() - min(heartbeat_at))::float8
               FROM vto_job WHERE status = 'RUNNING') AS oldest_heartbeat,
              (SELECT count(*) FROM (
                 SELECT 1 FROM outbox_event WHERE sent_at IS NULL AND parked_reason IS NULL LIMIT $2) u) AS unsent,
              (SELECT extract(epoch FROM clock_timestamp() - created_at)::float8 FROM outbox_event
               WHERE sent_at IS NULL AND parked_reason IS NULL ORDER BY seq LIMIT 1) AS oldest_unsent,
              (SELECT count(*) FROM (
                 SELECT 1 FROM outbox_event WHERE parked_reason IS NOT NULL LIMIT $2) p) AS parked
            FROM unnest($1::text[]) AS k(kind)
            """;

    private final Pool pool;

    PostgresWorkload(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Backlog> measure() {
        String[] kinds = Arrays.stream(JobKind.values()).map(Enum::name).toArray(String[]::new);
        return pool.preparedQuery(MEASURE).execute(Tuple.of(kinds, COUNTED)).map(PostgresWorkload::backlog);
    }

    private static Backlog backlog(RowSet<Row> rows) {
        Map<JobKind, Backlog.Line> lines = new EnumMap<>(JobKind.class);
        for (Row row : rows) {
            lines.put(
                    JobKind.valueOf(row.getString("kind")),
                    new Backlog.Line(row.getLong("waiting"), row.getLong("running"), age(row, "oldest_waiting")));
        }
        Row any = rows.iterator().next();
        return new Backlog(
                lines,
                any.getLong("delayed"),
                age(any, "oldest_heartbeat"),
                any.getLong("unsent"),
                age(any, "oldest_unsent"),
                any.getLong("parked"));
    }

    private static Duration age(Row row, String column) {
        Double seconds = row.getDouble(column);
        return seconds == null || seconds < 0 ? Duration.ZERO : Duration.ofNanos((long) (seconds * 1e9));
    }
}
