package dev.vto.catalog.adapter.out.postgres;

import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Consumer;

@ApplicationScoped
class PostgresSubtrees implements Subtrees {

    private final Transactions transactions;

    PostgresSubtrees(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> delete(Subtree subtree, Instant at, Consumer<Root> check) {
        return transactions.run(connection -> new SubtreeChange(connection, subtree).delete(at, check));
    }

    @Override
    public Uni<Void> restore(Subtree subtree, Caps caps, Consumer<Root> check) {
        return transactions.run(connection -> new SubtreeChange(connection, subtree).restore(caps, check));
    }
}
