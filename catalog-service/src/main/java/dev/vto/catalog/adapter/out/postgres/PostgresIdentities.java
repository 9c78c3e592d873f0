package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.domain.session.Nonce;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

@ApplicationScoped
class PostgresIdentities implements Identities {

    /** Two sign-ins that take the same address, or the same identity, at once: the second looks again. */
    private static final int RETRIES = 3;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DEADLOCK = "40P01";

    private static final String USE_NONCE =
            "INSERT INTO used_nonce (nonce_hash, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String FORGET_NONCES =
            """
            DELETE FROM used_nonce WHERE nonce_hash IN (
              SELECT nonce_hash FROM used_nonce WHERE expires_at < $1 LIMIT $2)
            """;

    private final Map<Provider, IdentitySql> statements = new EnumMap<>(Provider.class);
    private final Pool pool;

    PostgresIdentities(Pool pool) {
        this.pool = pool;
        for (Provider provider : Provider.values()) {
            statements.put(provider, IdentitySql.of(provider));
        }
    }

    @Override
    public Uni<UserId> signIn(Identity identity, Nonce nonce, User newcomer) {
        IdentitySql sql = sql(identity.provider());
        return transaction(connection -> use(nonce, connection)
                .chain(() -> query(connection, sql.find(), values(identity).addString(identity.subject())))
                .onItem()
                .transformToUni(found -> idIn(found).map(Uni.createFrom()::item).orElseGet(() -> query(
                                connection, sql.add(), values(identity, newcomer))
                        .map(added -> idIn(added).orElseThrow(LostRace::new)))));
    }

    @Override
    public Uni<Void> link(UserId user, Identity identity, Nonce nonce) {
        return transaction(connection -> use(nonce, connection)
                        .chain(() -> query(
                                connection,
                                sql(identity.provider()).link(),
                                values(identity).addString(identity.subject()).addUUID(user.value())))
                        .chain(linked -> idIn(linked).isPresent()
                                ? Uni.createFrom().voidItem()
                                : requireOpen(connection, user).invoke(open -> {
                                    throw identity.isOneTooMany();
                                })))
                .onFailure(failure -> violates(failure, sql(identity.provider()).uniqueIndex()))
                .transform(failure -> identity.isOfAnotherUser());
    }

    @Override
    public Uni<Void> unlink(UserId user, Provider provider) {
        IdentitySql sql = sql(provider);
        return transaction(connection -> query(connection, sql.unlink(), Tuple.of(user.value()))
                .onItem()
                .transformToUni(unlinked -> idIn(unlinked).isPresent()
                        ? Uni.createFrom().voidItem()
                        : requireOpen(connection, user)
                                .chain(() -> query(connection, sql.isLinked(), Tuple.of(user.value())))
                                .map(linked -> idIn(linked).isPresent() ? provider.isTheLast() : provider.isNotLinked())
                                .onItem()
                                .transformToUni(Uni.createFrom()::failure)));
    }

    @Override
    public Uni<Integer> forgetNonces(Instant expiredBefore, int most) {
        return Detached.from(pool.preparedQuery(FORGET_NONCES)
                .execute(Tuple.of(expiredBefore.atOffset(ZoneOffset.UTC), most))
                .map(RowSet::rowCount));
    }

    private static Uni<Void> requireOpen(SqlConnection connection, UserId user) {
        return query(connection, PostgresAccounts.OPEN, Tuple.of(user.value()))
                .invoke(open -> {
                    if (open.rowCount() == 0) {
                        throw User.isClosed();
                    }
                })
                .replaceWithVoid();
    }

    private <T> Uni<T> transaction(Function<SqlConnection, Uni<T>> work) {
        return Detached.from(pool.withTransaction(work)
                .onFailure(PostgresIdentities::isLostRace)
                .retry()
                .atMost(RETRIES));
    }

    private IdentitySql sql(Provider provider) {
        IdentitySql sql = statements.get(provider);
        if (sql == null) {
            throw new IllegalStateException("no statements for " + provider);
        }
        return sql;
    }

    private static Uni<RowSet<Row>> use(Nonce nonce, SqlConnection connection) {
        return query(
                        connection,
                        USE_NONCE,
                        Tuple.of(nonce.hash().hex(), nonce.expiresAt().atOffset(ZoneOffset.UTC)))
                .invoke(used -> {
                    if (used.rowCount() == 0) {
                        throw Nonce.refused();
                    }
                });
    }

    private static Uni<RowSet<Row>> query(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static Tuple values(Identity identity) {
        return Tuple.of(new JsonObject(identity.claims()), identity.email());
    }

    private static Tuple values(Identity identity, User newcomer) {
        return values(identity)
                .addUUID(newcomer.id().value())
                .addString(newcomer.name())
                .addString(newcomer.lastName())
                .addString(Optional.ofNullable(newcomer.profilePicture())
                        .map(PhotoRef::value)
                        .orElse(null))
                .addString(newcomer.language())
                .addOffsetDateTime(newcomer.createdAt().atOffset(ZoneOffset.UTC));
    }

    private static Optional<UserId> idIn(RowSet<Row> rows) {
        return rows.iterator().hasNext()
                ? Optional.of(new UserId(rows.iterator().next().getUUID("id")))
                : Optional.empty();
    }

    private static boolean isLostRace(Throwable failure) {
        return failure instanceof LostRace
                || violates(failure, IdentitySql.UNIQUE_EMAIL)
                || failure instanceof PgException pg && DEADLOCK.equals(pg.getSqlState());
    }

    private static boolean violates(Throwable failure, String constraint) {
        return failure instanceof PgException pg
                && UNIQUE_VIOLATION.equals(pg.getSqlState())
                && constraint.equals(pg.getConstraint());
    }

    /** Somebody else added what was to be added; it is seen by the next transaction. */
    private static final class LostRace extends RuntimeException {
        LostRace() {
            super("another sign-in added the same identity or address", null, false, false);
        }
    }
}
