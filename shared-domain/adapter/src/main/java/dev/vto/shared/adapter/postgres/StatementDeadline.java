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

    private static final String STATEMENT_TIMEOUT = "statement_timeout";

    /** How much later than the server we give up. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    @Override
    public Pool create(Input input) {
        return pool(input, MARGIN);
    }

    /** @throws IllegalStateException if the server is given no {@code statement_timeout} in milliseconds */
    static Pool pool(Input input, Duration margin) {
        List<SqlConnectOptions> servers = new ArrayList<>();
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            servers.add(server.setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()))
                    .setIdleTimeout(statementTimeout(server) + Math.toIntExact(margin.toMillis()))
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        }
        return PgBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(servers)
                .using(input.vertx())
                .build();
    }

    private static int statementTimeout(PgConnectOptions server) {
        String millis = String.valueOf(server.getProperties().get(STATEMENT_TIMEOUT));
        if (!millis.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalStateException(
                    "the datasource needs a " + STATEMENT_TIMEOUT + " in milliseconds, not " + millis);
        }
        return Integer.parseInt(millis);
    }
}
