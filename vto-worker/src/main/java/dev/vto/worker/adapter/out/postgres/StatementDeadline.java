package dev.vto.worker.adapter.out.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives each statement a deadline of ours. The server's own ends a statement that takes too long; this one is for a
 * server that does not answer at all. A connection on which nothing comes back until then is closed, never returned to
 * the pool: its late answer would be taken for that of the next statement.
 */
@Singleton
class StatementDeadline implements PgPoolCreator {

    /** A little more than the server's {@code statement_timeout}. */
    private static final Duration DEADLINE = Duration.ofSeconds(18);

    @Override
    public Pool create(Input input) {
        return pool(input, DEADLINE);
    }

    static Pool pool(Input input, Duration deadline) {
        List<SqlConnectOptions> servers = new ArrayList<>();
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            servers.add(server.setIdleTimeout(Math.toIntExact(deadline.toMillis()))
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }
}
