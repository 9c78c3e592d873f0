package dev.vto.worker.adapter.out.postgres;

import dev.vto.infra.test.PlatformResource;
import dev.vto.infra.test.TcpProxy;
import dev.vto.shared.adapter.postgres.PostgresPool;
import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.JobTable;
import dev.vto.worker.fixture.NewJob;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A real table of jobs, and the worker's own way to it. No worker runs on it but the test itself. */
final class PostgresJobTable implements JobTable {

    private static final String WORKER = "worker-under-test";
    /** In milliseconds. Far longer than a busy machine stands still, and what the tests of a bad network sit out. */
    private static final String STATEMENT_TIMEOUT = "15000";

    private static final String BAD_NETWORK_STATEMENT_TIMEOUT = "3000";
    private static final Duration DEADLINE_MARGIN = Duration.ofMillis(200);

    private final Database database;
    private final PgConnectOptions login;
    private final Pool pool;

    private PostgresJobTable(Database database, PgConnectOptions login) {
        this.database = database;
        this.login = login;
        this.pool = pool(Vertx.vertx(), login, "");
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
                    .setPassword(settings.get("VTO_DB_PASSWORD"))
                    .addProperty("statement_timeout", STATEMENT_TIMEOUT);
            login.setCachePreparedStatements(true);
            return new PostgresJobTable(database, login);
        }
    }

    static PostgresJobTable empty() {
        PostgresJobTable table = Shared.TABLE;
        table.database.execute("TRUNCATE users, outbox_event CASCADE");
        table.database.one(
                "SELECT count(setval('vto_rank_clock_' || priority, 0, false)) FROM generate_series(0, 9) AS priority");
        return table;
    }

    Database database() {
        return database;
    }

    /** Another session that holds a row of a table until it ends its transaction. */
    Connection lock(String rowOf, UUID id) throws SQLException {
        Connection holder = database.connect();
        holder.setAutoCommit(false);
        try (PreparedStatement statement =
                holder.prepareStatement("SELECT 1 FROM " + rowOf + " WHERE id = ? FOR UPDATE")) {
            statement.setObject(1, id);
            statement.execute();
        }
        return holder;
    }

    /** A way to this database that may fail. */
    TcpProxy network() {
        return TcpProxy.to(login.getPort());
    }

    /** The worker's own client of this database, on the far side of a network. */
    Pool pool(Vertx vertx, TcpProxy network) {
        return pool(
                vertx,
                new PgConnectOptions(login)
                        .addProperty("statement_timeout", BAD_NETWORK_STATEMENT_TIMEOUT)
                        .setPort(network.port()),
                "");
    }

    /** The worker's own client of this database. */
    Pool pool(Vertx vertx) {
        return pool(vertx, login, "");
    }

    static Pool pool(Vertx vertx, PgConnectOptions login, String url) {
        return Pool.newInstance(new PostgresPool(url, DEADLINE_MARGIN).create(new PgPoolCreator.Input() {
            @Override
            public Vertx vertx() {
                return vertx;
            }

            @Override
            public PoolOptions poolOptions() {
                return new PoolOptions().setMaxSize(4);
            }

            @Override
            public List<PgConnectOptions> pgConnectOptionsList() {
                return List.of(login);
            }
        }));
    }

    @Override
    public JobQueue queue(Set<JobKind> kinds) {
        return new PostgresJobQueue(pool, WORKER, kinds);
    }

    /** Another process whose worker has this name too. */
    JobQueue namedLike(String worker) {
        return new PostgresJobQueue(pool, worker, Set.of(JobKind.values()));
    }

    @Override
    public JobSteps steps() {
        return new PostgresJobSteps(pool);
    }

    @Override
    public void submit(NewJob job) {
        database.insert(job);
    }

    @Override
    public void requestCancel(JobId job) {
        database.execute(
                """
                UPDATE vto_job SET cancel_requested_at = now(), next_attempt_at = NULL,
                  status = CASE WHEN status = 'RUNNING' THEN status ELSE 'CANCELED' END
                WHERE id = ? AND status IN ('PENDING', 'QUEUED', 'RUNNING')
                """,
                job.value());
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
