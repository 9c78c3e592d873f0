package dev.vto.catalog.adapter.out.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.TransactionPropagation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Transactions of the PG client that belong to a request: work within work joins the transaction that is under way on
 * the request's Vert.x context, so that a port call can be part of a larger unit without knowing of it.
 */
@ApplicationScoped
class Transactions {

    private final Pool pool;

    Transactions(Pool pool) {
        this.pool = pool;
    }

    /** Runs work in the transaction under way, or in one of its own that ends with it. */
    <T> Uni<T> with(Function<SqlConnection, Uni<T>> work) {
        return Detached.from(pool.withTransaction(TransactionPropagation.CONTEXT, work));
    }
}
