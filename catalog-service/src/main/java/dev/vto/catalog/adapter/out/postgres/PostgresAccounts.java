package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

@ApplicationScoped
class PostgresAccounts implements Accounts {

    static final String OPEN = "SELECT 1 FROM users WHERE id = $1 AND deleted_at IS NULL";

    /** Who it was, and how they came in. The version rises, so that no edit that began before writes it back. */
    private static final List<String> FORGET = List.of(
            """
            UPDATE users SET email = NULL, name = NULL, last_name = NULL, profile_picture = NULL, google_social = NULL,
              kakao_social = NULL, updated_at = now(), version = version + 1
            WHERE id = $1
            """,
            "UPDATE refresh_token SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL",
            "DELETE FROM idempotency_key WHERE user_id = $1",
            """
            UPDATE projects SET shard_user_list = (
              SELECT coalesce(jsonb_agg(share ORDER BY place), '[]')
              FROM jsonb_array_elements(shard_user_list) WITH ORDINALITY AS shares(share, place)
              WHERE share ->> 'userId' <> $1::uuid::text)
            WHERE id IN (SELECT id FROM projects
              WHERE shard_user_list @> jsonb_build_array(jsonb_build_object('userId', $1::uuid))
              ORDER BY id FOR UPDATE)
            """);

    private final Pool pool;
    private final Transactions transactions;

    PostgresAccounts(Pool pool, Transactions transactions) {
        this.pool = pool;
        this.transactions = transactions;
    }

    @Override
    public Uni<Boolean> isOpen(UserId user) {
        return Detached.from(pool.preparedQuery(OPEN).execute(Tuple.of(user.value())))
                .map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Void> close(UserId user, Instant at, Precondition known) {
        Consumer<Root> check = root -> root.requireDeletable(user, known);
        return transactions.run(connection -> new SubtreeChange(connection, Subtree.of(user))
                .delete(at, check)
                .chain(() -> forget(connection, user)));
    }

    private static Uni<Void> forget(SqlConnection connection, UserId user) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String sql : FORGET) {
            done = done.chain(() -> connection
                    .preparedQuery(sql)
                    .execute(Tuple.of(user.value()))
                    .replaceWithVoid());
        }
        return done;
    }
}
