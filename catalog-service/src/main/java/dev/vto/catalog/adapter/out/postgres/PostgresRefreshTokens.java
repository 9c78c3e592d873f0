package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.domain.session.RefreshToken;
import dev.vto.catalog.domain.session.TokenHash;
import dev.vto.shared.id.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresRefreshTokens implements RefreshTokens {

    /**
     * The user's row is the lock of all their tokens: what rotates and what revokes never overlap, and who is being
     * deleted gets no new token.
     */
    private static final String LOCK_USER =
            """
            SELECT u.id FROM users u JOIN refresh_token t ON t.user_id = u.id
            WHERE t.token_hash = $1 AND u.deleted_at IS NULL
            FOR NO KEY UPDATE OF u
            """;

    private static final String FIND =
            """
            SELECT t.*, EXISTS (
              SELECT 1 FROM refresh_token s WHERE s.token_hash = t.replaced_by AND s.rotated_at IS NOT NULL
            ) AS successor_rotated
            FROM refresh_token t WHERE t.token_hash = $1
            """;

    private static final String ADD =
            """
            INSERT INTO refresh_token (token_hash, family_id, user_id, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5)
            """;

    private static final String MARK =
            """
            UPDATE refresh_token SET
              reused_at = CASE WHEN rotated_at IS NULL THEN NULL ELSE $3::timestamptz END,
              rotated_at = coalesce(rotated_at, $3), replaced_by = coalesce(replaced_by, $2)
            WHERE token_hash = $1
            """;

    private static final String REVOKE_FAMILY =
            """
            UPDATE refresh_token SET revoked_at = $2
            WHERE family_id = (SELECT family_id FROM refresh_token WHERE token_hash = $1) AND revoked_at IS NULL
            """;

    private static final String FORGET =
            """
            DELETE FROM refresh_token WHERE token_hash IN (
              SELECT token_hash FROM refresh_token WHERE expires_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)
            """;

    private final Pool pool;
    private final Counter reuses;

    PostgresRefreshTokens(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.reuses = Counter.builder("vto.auth.refresh.reuse")
                .description("Refresh tokens that came again too late, each of which ended its session")
                .register(meters);
    }

    @Override
    public Uni<Void> add(RefreshToken token) {
        return Detached.from(add(pool, token));
    }

    @Override
    public Uni<Optional<UserId>> rotate(TokenHash used, TokenHash next, Instant now) {
        return Detached.from(pool.withTransaction(connection -> query(connection, LOCK_USER, Tuple.of(used.hex()))
                .onItem()
                .transformToUni(locked -> locked.rowCount() == 0
                        ? Uni.createFrom().item(Optional.<UserId>empty())
                        : query(connection, FIND, Tuple.of(used.hex()))
                                .onItem()
                                .transformToUni(found -> use(connection, found, next, now)))));
    }

    @Override
    public Uni<Void> revokeFamily(TokenHash member, Instant now) {
        return Detached.from(pool.withTransaction(connection -> query(connection, LOCK_USER, Tuple.of(member.hex()))
                .chain(() -> revokeFamily(connection, member, now))));
    }

    @Override
    public Uni<Integer> forget(Instant expiredBefore, int most) {
        return Detached.from(
                query(pool, FORGET, Tuple.of(at(expiredBefore), most)).map(RowSet::rowCount));
    }

    private Uni<Optional<UserId>> use(SqlClient connection, RowSet<Row> found, TokenHash next, Instant now) {
        Optional<RefreshToken> known =
                StreamSupport.stream(found.spliterator(), false).findFirst().map(PostgresRefreshTokens::toToken);
        if (known.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        RefreshToken token = known.get();
        return switch (token.use(now)) {
            case ROTATE, ROTATE_ONCE_MORE ->
                add(connection, token.successor(next, now))
                        .chain(() ->
                                query(connection, MARK, Tuple.of(token.hash().hex(), next.hex(), at(now))))
                        .replaceWith(Optional.of(token.user()));
            case REVOKE_FAMILY ->
                revokeFamily(connection, token.hash(), now)
                        .invoke(() -> reuses.increment())
                        .replaceWith(Optional.empty());
            case REFUSE -> Uni.createFrom().item(Optional.empty());
        };
    }

    private static Uni<Void> add(SqlClient client, RefreshToken token) {
        return query(
                        client,
                        ADD,
                        Tuple.of(
                                token.hash().hex(),
                                token.family(),
                                token.user().value(),
                                at(token.createdAt()),
                                at(token.expiresAt())))
                .replaceWithVoid();
    }

    private static Uni<Void> revokeFamily(SqlClient client, TokenHash member, Instant now) {
        return query(client, REVOKE_FAMILY, Tuple.of(member.hex(), at(now))).replaceWithVoid();
    }

    private static Uni<RowSet<Row>> query(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql).execute(values);
    }

    private static RefreshToken toToken(Row row) {
        return new RefreshToken(
                new TokenHash(row.getString("token_hash")),
                row.getUUID("family_id"),
                new UserId(row.getUUID("user_id")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row.getOffsetDateTime("rotated_at")),
                row.getBoolean("successor_rotated"),
                instant(row.getOffsetDateTime("reused_at")),
                instant(row.getOffsetDateTime("revoked_at")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Nullable
    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
