package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The users of a catalog, with what they hold. */
public final class InMemoryAccounts implements Accounts {

    private final InMemoryCatalog catalog;
    private final InMemorySubtrees subtrees;

    public InMemoryAccounts(InMemoryCatalog catalog, InMemorySubtrees subtrees) {
        this.catalog = catalog;
        this.subtrees = subtrees;
    }

    @Override
    public Uni<Boolean> isOpen(UserId user) {
        return Uni.createFrom().item(() -> catalog.users().live(user).isPresent());
    }

    @Override
    public Uni<Void> close(UserId user, Instant at, Precondition known) {
        return Uni.createFrom().voidItem().invoke(() -> {
            known.require(catalog.users()
                    .live(user)
                    .orElseThrow(() -> Rejected.notFound("account"))
                    .version());
            catalog.collections().values().all(own -> own.ownerId().equals(user)).stream()
                    .map(own -> Subtree.of(own.id()))
                    .forEach(own -> catalog.await(subtrees.delete(own, at, root -> {})));
            catalog.projects()
                    .values()
                    .all(project -> project.roleOf(user).isPresent())
                    .forEach(project -> catalog.await(catalog.shares().end(project.id(), user)));
            catalog.delete(user);
        });
    }
}
