package dev.vto.shared.adapter.postgres;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes a pool whose statements each have a deadline of ours. The server's own ends a statement that takes too long; this
 * one is for a server that does not answer at all. A connection on which nothing comes back until then is closed, never
 * returned to the pool: its late answer would be taken for that of the next statement.
 *
 * <p>Where prepared statements are cached, long ones are too: the client would leave out those of more than 2,048
 * characters, which are the very ones that take long to parse.
 *
 * <p>Tables are read by an index wherever there is one. The server keeps the plans of prepared statements, and one that it
 * made while a queue was empty reads the whole table, until statistics are taken again, however long the queue has
 * grown.
 */
public final class PostgresPool implements PgPoolCreator {

    private static final String STATEMENT_TIMEOUT = "statement_timeout";
    /** The server's setting that lets it read a table whole although an index would do. */
    private static final String WHOLE_TABLES = "enable_seqscan";

    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    /** Of a statement, in characters. */
    private static final int LONGEST_CACHED = 16_384;

    private final String url;
    private final Duration margin;

    /** @param url of the server, as its client is given it */
    public PostgresPool(String url) {
        this(url, MARGIN);
    }

    /** @param margin how much later than the server we give up */
    public PostgresPool(String url, Duration margin) {
        this.url = url;
        this.margin = margin;
    }

    /**
     * The pool, encrypted as the URL says by {@code sslmode} and {@code sslrootcert}.
     *
     * @throws IllegalStateException if the server is given no {@code statement_timeout} in milliseconds, or the URL leaves
     *     open whether a connection is encrypted, or who is trusted
     */
    @Override
    public Pool create(Input input) {
        Duration deadline = Duration.ZERO;
        List<SqlConnectOptions> servers = new ArrayList<>();
        for (PgConnectOptions server : input.pgConnectOptionsList()) {
            deadline = statementTimeout(server).plus(margin);
            servers.add(ServerTrust.apply(server, url)
                    .addProperty(WHOLE_TABLES, "off")
                    .setPreparedStatementCacheSqlLimit(LONGEST_CACHED)
                    .setConnectTimeout(Math.toIntExact(CONNECT_LIMIT.toMillis()))
                    .setIdleTimeout(Math.toIntExact(deadline.plus(margin).toMillis()))
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
        }
        return pool(input, servers, deadline);
    }

    private static Pool pool(Input input, List<SqlConnectOptions> servers, Duration deadline) {
        // By its name a pool's metrics are told from those of others in the process.
        String name = servers.get(0)
                .getProperties()
                .getOrDefault("application_name", input.poolOptions().getName());
        return PgBuilder.pool()
                .with(input.poolOptions().setName(name))
                .connectingTo(servers)
                .withConnectHandler(connection -> {
                    SilenceLimit.guard(connection, deadline);
                    connection.close();
                })
                .using(input.vertx())
                .build();
    }

    private static Duration statementTimeout(PgConnectOptions server) {
        String millis = String.valueOf(server.getProperties().get(STATEMENT_TIMEOUT));
        if (!millis.matches("[1-9][0-9]{0,8}")) {
            throw new IllegalStateException(
                    "the datasource needs a " + STATEMENT_TIMEOUT + " in milliseconds, not " + millis);
        }
        return Duration.ofMillis(Long.parseLong(millis));
    }
}
