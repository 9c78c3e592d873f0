package dev.vto.catalog.adapter.out.postgres;

import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the only connection of the pool was told to prepare, and how the server would carry it out. */
@ApplicationScoped
class SentStatements {

    private static final String ROWS_READ =
            "SELECT sum(coalesce(idx_tup_fetch, 0) + seq_tup_read)::bigint FROM pg_stat_user_tables WHERE relname IN ('"
                    + String.join("', '", MillionRows.TABLES) + "')";

    private final Pool pool;
    private final PostgresCatalog catalog;

    SentStatements(Pool pool, PostgresCatalog catalog) {
        this.pool = pool;
        this.catalog = catalog;
    }

    /** The plans, for parameters of any value, of the lists that are read meanwhile. */
    List<Plan> during(Runnable work) {
        Map<String, Long> before = uses();
        work.run();
        Map<String, Long> after = uses();
        return after.entrySet().stream()
                .filter(use -> use.getValue() > before.getOrDefault(use.getKey(), 0L))
                .filter(use -> isList(use.getKey()))
                .map(use -> plan(use.getKey()))
                .toList();
    }

    /** Rows of the big tables that were read so far, by index or not. */
    long rowsRead() {
        query("SELECT pg_stat_force_next_flush()");
        return query(ROWS_READ).get(0).getLong(0);
    }

    /** How often each statement was carried out. */
    private Map<String, Long> uses() {
        return query(
                        "SELECT statement, sum(generic_plans + custom_plans)::bigint FROM pg_prepared_statements GROUP BY 1")
                .stream()
                .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    }

    private static boolean isList(String statement) {
        return statement.toLowerCase(Locale.ROOT).contains("order by") || statement.contains("outbox_event");
    }

    private Plan plan(String statement) {
        Object plan =
                query("EXPLAIN (GENERIC_PLAN, FORMAT JSON) " + statement).get(0).getValue(0);
        return new Plan(((JsonArray) plan).getJsonObject(0).getJsonObject("Plan"));
    }

    /** Sent as it stands, not prepared. */
    private List<Row> query(String sql) {
        RowSet<Row> rows = catalog.await(pool.query(sql).execute());
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
