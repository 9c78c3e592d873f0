package dev.vto.catalog.adapter.out.postgres;

import io.smallrye.mutiny.Uni;

/**
 * Database work that goes on when nobody waits for it any more: a client that disconnects cancels its {@code Uni}, and
 * a transaction that is cancelled half-way would keep its connection.
 */
final class Detached {

    private Detached() {}

    static <T> Uni<T> from(Uni<T> work) {
        return Uni.createFrom().emitter(emitter -> work.subscribe().with(emitter::complete, emitter::fail));
    }
}
