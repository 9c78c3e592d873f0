package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.domain.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The table {@code idempotency_key}. Whoever inserts a key first does the work; others wait on its row. */
@ApplicationScoped
class PostgresReplays implements Replays {

    private static final String TAKE =
            """
            INSERT INTO idempotency_key AS k (user_id, key, operation, body_hash) VALUES ($1, $2, $3, $4)
            ON CONFLICT (user_id, key) DO UPDATE
              SET operation = excluded.operation, body_hash = excluded.body_hash, created_at = clock_timestamp()
              WHERE k.created_at < clock_timestamp() - interval '24 hours'
            RETURNING 1
            """;

    private static final String FIND =
            """
            SELECT operation, body_hash, status, headers, body::text AS body
            FROM idempotency_key WHERE user_id = $1 AND key = $2
            """;

    private static final String KEEP =
            "UPDATE idempotency_key SET status = $3, headers = $4, body = $5::text::jsonb WHERE user_id = $1 AND key = $2";

    private static final String FORGET =
            """
            DELETE FROM idempotency_key WHERE (user_id, key) IN (
              SELECT user_id, key FROM idempotency_key
              WHERE created_at < clock_timestamp() - interval '24 hours' LIMIT $1 FOR UPDATE SKIP LOCKED)
            """;

    private final Transactions transactions;
    private final Pool pool;

    PostgresReplays(Transactions transactions, Pool pool) {
        this.transactions = transactions;
        this.pool = pool;
    }

    @Override
    public Uni<Answer> once(Request request, Supplier<Uni<Answer>> work) {
        return transactions.unit(connection -> connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(request.user().value(), request.key(), request.operation(), request.bodyHash()))
                .onItem()
                .transformToUni(taken -> taken.size() == 1
                        ? work.get().call(answer -> keep(connection, request, answer))
                        : replay(connection, request)));
    }

    @Override
    public Uni<Integer> forget(int most) {
        return Detached.from(pool.preparedQuery(FORGET).execute(Tuple.of(most))).map(rows -> rows.rowCount());
    }

    private static Uni<?> keep(SqlConnection connection, Request request, Answer answer) {
        JsonObject headers = new JsonObject();
        answer.headers().forEach(headers::put);
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(request.user().value(), request.key(), answer.status(), headers, answer.body()));
    }

    private static Uni<Answer> replay(SqlConnection connection, Request request) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(request.user().value(), request.key()))
                .map(rows -> answer(rows.iterator().next(), request));
    }

    private static Answer answer(Row row, Request request) {
        if (!row.getString("operation").equals(request.operation())
                || !row.getString("body_hash").equals(request.bodyHash())) {
            throw Rejected.impossible(
                    "idempotency_key_reused", "This Idempotency-Key was used for another request within 24 hours.");
        }
        Map<String, String> headers = row.getJsonObject("headers").stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
        return new Answer(row.getInteger("status"), headers, row.getString("body"));
    }
}
