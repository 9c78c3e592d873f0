package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.postgres.Columns;
import dev.vto.shared.event.JobEventType;
import dev.vto.worker.application.port.JobQueue.Ended;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One transaction: of each run the result rows, counters, keys, the job's end and its event; CANCELED where that was asked
 * for, or where what the job belongs to is deleted. Rows are locked first, each kind in the order of ids, jobs before
 * projects before products, so that ends that meet wait for each other and never deadlock; no more strongly than that, so
 * that what is submitted meanwhile does not wait.
 */
final class WriteBack {

    private static final String LOCK_JOBS =
            """
            SELECT id, status, claim, cancel_requested_at IS NOT NULL AS canceled FROM vto_job
            WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
            """;

    private static final String LOCK_PROJECTS =
            """
            SELECT id, deleted_at IS NULL AS live FROM projects WHERE id = ANY($1::uuid[])
            ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String LOCK_PRODUCTS =
            """
            SELECT id, deleted_at IS NULL AS live FROM products WHERE id = ANY($1::uuid[])
            ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String END =
            """
            WITH j AS (
              UPDATE vto_job v SET status = e.status, finished_at = now(), heartbeat_at = NULL, updated_at = now(),
                progress = CASE WHEN e.status = 'SUCCEEDED' THEN 1 ELSE v.progress END, provider = e.provider
              FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS e(id, status, provider, results)
              WHERE v.id = e.id RETURNING v.*, e.results::jsonb AS results
            ), attempts AS (
              INSERT INTO job_attempt (job_id, claim, attempt, worker, started_at, outcome)
              SELECT id, claim, attempt, worker, started_at, lower(status) FROM j
            ), succeeded AS (%s WHERE j.status = 'SUCCEEDED')
            %s
            """
                    .formatted(
                            JobEvents.of(JobEventType.SUCCEEDED, "j.results"),
                            JobEvents.where(JobEventType.CANCELED, "j.status = 'CANCELED'"));

    private final SqlConnection connection;
    private final List<Ending> endings;

    WriteBack(SqlConnection connection, List<Ending> endings) {
        this.connection = connection;
        this.endings = endings;
    }

    /** What is locked: the rows by their ids. */
    private record Locked(Map<UUID, Row> jobs, Map<UUID, Row> projects, Map<UUID, Row> products) {

        boolean isRunning(Ending ending) {
            Row job = jobs.get(ending.jobId());
            return job != null
                    && job.getInteger("claim") == ending.job().claim()
                    && job.getString("status").equals("RUNNING");
        }

        /** Whether nobody has cancelled it, and its project and products are there. */
        boolean isWanted(Ending ending) {
            Row job = jobs.get(ending.jobId());
            return job != null
                    && !job.getBoolean("canceled")
                    && isLive(projects.get(ending.projectId()))
                    && ending.productIds().allMatch(product -> isLive(products.get(product)));
        }

        private static boolean isLive(@Nullable Row row) {
            return row != null && row.getBoolean("live");
        }
    }

    /** @return how each was taken, in their order */
    Uni<List<Ended>> write() {
        return lock().chain(locked -> {
            List<Ending> running = endings.stream().filter(locked::isRunning).toList();
            List<Ending> succeeding = running.stream().filter(locked::isWanted).toList();
            Set<UUID> succeeded = succeeding.stream().map(Ending::jobId).collect(Collectors.toSet());
            Uni<Void> written = running.isEmpty() ? Uni.createFrom().voidItem() : end(running, succeeding, succeeded);
            return written.map(done -> answers(locked.jobs(), succeeded));
        });
    }

    /** The statements are sent in this order, and none waits for the answer to the one before it. */
    private Uni<Locked> lock() {
        return Uni.combine()
                .all()
                .unis(
                        lock(LOCK_JOBS, endings.stream().map(Ending::jobId)),
                        lock(LOCK_PROJECTS, endings.stream().map(Ending::projectId)),
                        lock(LOCK_PRODUCTS, endings.stream().flatMap(Ending::productIds)))
                .with(Locked::new);
    }

    private Uni<Void> end(List<Ending> running, List<Ending> succeeding, Set<UUID> succeeded) {
        Tuple ends = Columns.of(running)
                .uuid(Ending::jobId)
                .text(ending -> succeeded.contains(ending.jobId()) ? "SUCCEEDED" : "CANCELED")
                .text(ending -> ending.made().origin().provider())
                .text(ending -> ending.results().encode())
                .tuple();
        return Uni.combine()
                .all()
                .unis(new ResultRows(connection, succeeding).insert(), Database.query(connection, END, ends))
                .discardItems();
    }

    private List<Ended> answers(Map<UUID, Row> jobs, Set<UUID> succeeded) {
        return endings.stream()
                .map(ending -> answer(ending, jobs.get(ending.jobId()), succeeded.contains(ending.jobId())))
                .toList();
    }

    private static Ended answer(Ending ending, @Nullable Row job, boolean succeeded) {
        if (job == null || job.getInteger("claim") != ending.job().claim()) {
            return Ended.SUPERSEDED;
        }
        return switch (job.getString("status")) {
            case "RUNNING" -> succeeded ? Ended.DONE : Ended.CANCELED;
            // An earlier commit of this very run stood, and only its reply was lost.
            case "SUCCEEDED" -> Ended.DONE;
            case "CANCELED" -> Ended.CANCELED;
            default -> Ended.SUPERSEDED;
        };
    }

    private Uni<Map<UUID, Row>> lock(String sql, Stream<UUID> ids) {
        Tuple parameters = Tuple.of((Object) ids.distinct().toArray(UUID[]::new));
        return Database.query(connection, sql, parameters)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.getUUID("id"), Function.identity())));
    }
}
