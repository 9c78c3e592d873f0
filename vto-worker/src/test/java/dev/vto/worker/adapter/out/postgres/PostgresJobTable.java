package dev.vto.worker.adapter.out.postgres;

import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.JobTable;
import dev.vto.worker.fixture.NewJob;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A real table of jobs, and the worker's own way to it. No worker runs on it but the test itself. */
final class PostgresJobTable implements JobTable {

    private static final String WORKER = "worker-under-test";

    private final Database database;
    private final Pool pool;

    private PostgresJobTable(Database database, Pool pool) {
        this.database = database;
        this.pool = pool;
    }

    /** One for all tests of a JVM. */
    private static final class Shared {

        private static final PostgresJobTable TABLE = open();

        private static PostgresJobTable open() {
            PlatformResource platform = new PlatformResource();
            platform.init(Map.of("role", "worker"));
            Map<String, String> settings = platform.start();
            Database database = new Database(settings.get("VTO_DB_URL"), settings.get("VTO_DB_OWNER_PASSWORD"));
            PgConnectOptions login = PgConnectOptions.fromUri(database.url())
                    .setUser(settings.get("VTO_DB_USERNAME"))
                    .setPassword(settings.get("VTO_DB_PASSWORD"));
            return new PostgresJobTable(
                    database,
                    Pool.newInstance(PgBuilder.pool()
                            .connectingTo(login)
                            .with(new PoolOptions().setMaxSize(4))
                            .build()));
        }
    }

    static PostgresJobTable empty() {
        PostgresJobTable table = Shared.TABLE;
        table.database.execute("TRUNCATE users, outbox_event CASCADE");
        return table;
    }

    Database database() {
        return database;
    }

    Pool pool() {
        return pool;
    }

    @Override
    public JobQueue queue(Set<JobKind> kinds) {
        return new PostgresJobQueue(pool, WORKER, kinds);
    }

    @Override
    public void submit(NewJob job) {
        database.insert(job);
    }

    @Override
    public void requestCancel(JobId job) {
        database.execute("UPDATE vto_job SET cancel_requested_at = now() WHERE id = ?", job.value());
    }

    @Override
    public void deleteProjectOf(NewJob job) {
        database.execute(
                "UPDATE projects SET deleted_at = now() WHERE id = ?",
                job.owner().project().value());
    }

    /** The clock is the database's own, so the jobs are moved instead. */
    @Override
    public void pass(Duration time) {
        database.execute(
                """
                UPDATE vto_job SET heartbeat_at = heartbeat_at - ? * interval '1 millisecond',
                  next_attempt_at = next_attempt_at - ? * interval '1 millisecond'
                """,
                time.toMillis(),
                time.toMillis());
    }

    @Override
    public JobState state(JobId job) {
        return database.state(job);
    }
}
