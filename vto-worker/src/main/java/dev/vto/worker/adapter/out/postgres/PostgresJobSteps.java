package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Steps in PostgreSQL. Each write locks the job's row against its end first. What the backend has taken must not be lost
 * to a passing trouble, so these writes are insisted on; each may be repeated.
 */
public final class PostgresJobSteps implements JobSteps {

    private static final String MINE =
            "SELECT id FROM vto_job WHERE id = $1 AND claim = $2 AND status = 'RUNNING' FOR SHARE";

    private static final String BEGIN =
            """
            WITH j AS MATERIALIZED (%s)
            INSERT INTO vto_job_step AS s (job_id, step, provider, model) SELECT id, $3, $4, $5 FROM j
            ON CONFLICT (job_id, step) DO UPDATE SET provider = excluded.provider, model = excluded.model,
              provider_job_id = CASE WHEN (s.provider, s.model) = (excluded.provider, excluded.model)
                THEN s.provider_job_id END,
              result = CASE WHEN (s.provider, s.model) = (excluded.provider, excluded.model) THEN s.result END
            RETURNING provider_job_id, result
            """
                    .formatted(MINE);

    /** The job's row names the newest of its backend's jobs, for who looks into the table. */
    private static final String SUBMITTED =
            """
            WITH j AS (
              UPDATE vto_job SET provider_job_id = $4,
                provider = (SELECT provider FROM vto_job_step WHERE job_id = $1 AND step = $3)
              WHERE id = $1 AND claim = $2 AND status = 'RUNNING' RETURNING id
            )
            UPDATE vto_job_step SET provider_job_id = $4 FROM j WHERE job_id = j.id AND step = $3 RETURNING step
            """;

    private static final String FORGET =
            """
            WITH j AS MATERIALIZED (%s)
            UPDATE vto_job_step SET provider_job_id = NULL FROM j WHERE job_id = j.id AND step = $3 RETURNING step
            """
                    .formatted(MINE);

    private static final String FINISH =
            """
            WITH j AS MATERIALIZED (%s)
            UPDATE vto_job_step SET result = $4 FROM j WHERE job_id = j.id AND step = $3 RETURNING step
            """
                    .formatted(MINE);

    private static final String LEFTOVERS =
            """
            SELECT s.job_id, s.step, s.provider, j.user_id, j.kind,
              CASE WHEN s.result IS NULL THEN s.provider_job_id END AS open
            FROM vto_job_step s JOIN vto_job j ON j.id = s.job_id
            WHERE j.status IN ('SUCCEEDED', 'FAILED', 'CANCELED')
              AND (s.provider = ANY($1) OR s.result IS NOT NULL OR s.provider_job_id IS NULL
                OR j.finished_at < now() - interval '1 hour')
            ORDER BY s.job_id, s.step LIMIT $2
            """;

    private static final String REMOVE =
            """
            DELETE FROM vto_job_step s USING unnest($1::uuid[], $2::text[]) AS gone(job, step)
            WHERE s.job_id = gone.job AND s.step = gone.step
            """;

    private final Database database;

    public PostgresJobSteps(Pool pool) {
        database = new Database(pool);
    }

    @Override
    public Uni<Step> begin(ClaimedJob job, String step, Made.Origin by) {
        return write(BEGIN, Tuple.of(job.id().value(), job.claim(), step, by.provider(), by.model()))
                .map(row -> new Step(row.getString("provider_job_id"), result(row.getJsonObject("result"))));
    }

    @Override
    public Uni<Void> submitted(ClaimedJob job, String step, String backendJob) {
        return write(SUBMITTED, Tuple.of(job.id().value(), job.claim(), step, backendJob))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(ClaimedJob job, String step) {
        return write(FORGET, Tuple.of(job.id().value(), job.claim(), step)).replaceWithVoid();
    }

    @Override
    public Uni<Void> finish(ClaimedJob job, String step, Result result) {
        return write(FINISH, Tuple.of(job.id().value(), job.claim(), step, json(result)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Leftover>> leftovers(Set<String> providers, int most) {
        return database.query(LEFTOVERS, Tuple.of(providers.toArray(String[]::new), most))
                .map(rows -> rows.stream().map(PostgresJobSteps::leftover).toList());
    }

    @Override
    public Uni<Void> remove(List<Leftover> leftovers) {
        UUID[] jobs = leftovers.stream().map(left -> left.job().value()).toArray(UUID[]::new);
        String[] names = leftovers.stream().map(Leftover::step).toArray(String[]::new);
        return database.query(REMOVE, Tuple.of(jobs, names)).replaceWithVoid();
    }

    private Uni<Row> write(String sql, Tuple parameters) {
        return database.insist(() -> database.first(sql, parameters))
                .map(row -> row.orElseThrow(() -> new CancellationException("the job is no longer this run's")));
    }

    private static Leftover leftover(Row row) {
        return new Leftover(
                new UserId(row.getUUID("user_id")),
                new JobId(row.getUUID("job_id")),
                row.getString("step"),
                JobKind.valueOf(row.getString("kind")),
                row.getString("provider"),
                row.getString("open"));
    }

    private static JsonObject json(Result result) {
        Made.StoredFile file = result.file();
        return new JsonObject()
                .put("key", file.key().value())
                .put("thumbnail", file.thumbnail().value())
                .put("contentType", file.contentType())
                .put("width", file.width())
                .put("height", file.height())
                .put("bytes", file.bytes())
                .put("seconds", result.seconds());
    }

    private static @Nullable Result result(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Result(
                        new Made.StoredFile(
                                new MediaKey(json.getString("key")),
                                new MediaKey(json.getString("thumbnail")),
                                json.getString("contentType"),
                                json.getInteger("width"),
                                json.getInteger("height"),
                                json.getLong("bytes")),
                        json.getDouble("seconds"));
    }
}
