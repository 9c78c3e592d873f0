package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Deleted;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.deletion.Subtree.Top;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Takes collections, projects and products out of their maps, and puts them back. */
public final class InMemorySubtrees implements Subtrees {

    /** Something that is out, and how it comes back. */
    private record Taken(Root root, Object item, Optional<UUID> parent, Instant at, Runnable putBack) {}

    private final InMemoryCatalog catalog;
    private final Map<UUID, Taken> taken = new LinkedHashMap<>();

    public InMemorySubtrees(InMemoryCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Uni<Void> delete(Subtree subtree, Instant at, Consumer<Root> check) {
        return Uni.createFrom().voidItem().invoke(() -> {
            check.accept(root(subtree));
            take(subtree, at);
        });
    }

    @Override
    public Uni<Void> restore(Subtree subtree, Caps caps, Consumer<Root> check) {
        return Uni.createFrom().voidItem().invoke(() -> {
            check.accept(root(subtree));
            Taken root = taken.get(subtree.id());
            if (root != null) {
                requireRoom(subtree.id(), root, caps);
                putBack(subtree.id(), root.at());
            }
        });
    }

    /** What of a kind was deleted then or since, while what holds it lives. */
    <T> List<Deleted<T>> deleted(Class<T> kind, Instant since) {
        return taken.values().stream()
                .filter(out -> kind.isInstance(out.item()) && !out.at().isBefore(since))
                .filter(out -> out.parent().filter(taken::containsKey).isEmpty())
                .map(out -> new Deleted<>(kind.cast(out.item()), out.at()))
                .toList();
    }

    /** Forgets what was deleted before then, leaves first; at most so many. */
    int removeNext(Instant before, int most) {
        List<UUID> next = taken.entrySet().stream()
                .filter(out -> out.getValue().at().isBefore(before))
                .sorted(Comparator.comparing(
                        (Map.Entry<UUID, Taken> out) -> out.getValue().root().top(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        next.forEach(taken::remove);
        return next.size();
    }

    private void take(Subtree subtree, Instant at) {
        switch (subtree.top()) {
            case ACCOUNT -> throw new IllegalArgumentException("accounts are closed");
            case COLLECTION -> {
                projects().stream()
                        .filter(project -> project.collectionId().value().equals(subtree.id()))
                        .forEach(project -> take(Subtree.of(project.id()), at));
                Collection collection =
                        catalog.collections().values().find(subtree.id()).orElseThrow();
                take(subtree, collection, Optional.empty(), at, () -> catalog.given(collection));
                catalog.delete(collection.id());
            }
            case PROJECT -> {
                products().stream()
                        .filter(product -> product.projectId().value().equals(subtree.id()))
                        .forEach(product -> take(Subtree.of(product.id()), at));
                Project project = catalog.projects().values().find(subtree.id()).orElseThrow();
                take(subtree, project, Optional.of(project.collectionId().value()), at, () -> catalog.given(project));
                catalog.delete(project.id());
            }
            case PRODUCT -> {
                Product product = catalog.products().values().find(subtree.id()).orElseThrow();
                take(subtree, product, Optional.of(product.projectId().value()), at, () -> catalog.given(product));
                catalog.delete(product.id());
            }
        }
        catalog.jobs().all().stream()
                .filter(job -> job.projectId().value().equals(subtree.id())
                        || job.productId() != null && job.productId().value().equals(subtree.id()))
                .forEach(job -> catalog.await(catalog.jobs().cancel(job.id())));
    }

    private void take(Subtree subtree, Object item, Optional<UUID> parent, Instant at, Runnable putBack) {
        taken.put(subtree.id(), new Taken(root(subtree), item, parent, at, putBack));
    }

    private void putBack(UUID id, Instant at) {
        List<UUID> held = heldBy(id, at);
        taken.remove(id).putBack().run();
        held.forEach(each -> putBack(each, at));
    }

    private List<UUID> heldBy(UUID id, Instant at) {
        return taken.entrySet().stream()
                .filter(each -> each.getValue().at().equals(at)
                        && each.getValue().parent().filter(id::equals).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void requireRoom(UUID id, Taken taken, Caps caps) {
        UserId owner = taken.root().ownerId();
        switch (taken.root().top()) {
            case COLLECTION -> {
                caps.collections()
                        .requireRoom(catalog.collections()
                                .values()
                                .all(live -> live.ownerId().equals(owner))
                                .size());
                requireRoomForProjects(owner, heldBy(id, taken.at()).size(), caps.projects());
            }
            case PROJECT -> requireRoomForProjects(owner, 1, caps.projects());
            case ACCOUNT, PRODUCT -> {}
        }
    }

    private void requireRoomForProjects(UserId owner, int more, Cap cap) {
        cap.requireRoom(
                projects().stream().filter(live -> live.ownerId().equals(owner)).count(), more);
    }

    private Root root(Subtree subtree) {
        Taken out = taken.get(subtree.id());
        if (out != null) {
            boolean parentLives =
                    out.parent().map(parent -> !taken.containsKey(parent)).orElse(true);
            Root root = out.root();
            return new Root(root.top(), root.ownerId(), root.guests(), root.version(), parentLives, out.at());
        }
        return live(subtree).orElseThrow(() -> Rejected.notFound(subtree.top().noun()));
    }

    private Optional<Root> live(Subtree subtree) {
        return switch (subtree.top()) {
            case ACCOUNT -> Optional.empty();
            case COLLECTION ->
                catalog.collections()
                        .values()
                        .find(subtree.id())
                        .map(found -> root(subtree.top(), found.ownerId(), Set.of(), found.version()));
            case PROJECT ->
                catalog.projects()
                        .values()
                        .find(subtree.id())
                        .map(found -> root(subtree.top(), found.ownerId(), guests(found.id()), found.version()));
            case PRODUCT ->
                catalog.products()
                        .values()
                        .find(subtree.id())
                        .map(found -> root(subtree.top(), found.ownerId(), guests(found.projectId()), found.version()));
        };
    }

    private static Root root(Top top, UserId owner, Set<UserId> guests, int version) {
        return new Root(top, owner, guests, version, true, null);
    }

    private Set<UserId> guests(ProjectId id) {
        return catalog.projects().values().find(id.value()).stream()
                .flatMap(project -> project.shares().stream())
                .map(Project.Share::userId)
                .collect(Collectors.toSet());
    }

    private List<Project> projects() {
        return catalog.projects().values().all(project -> true);
    }

    private List<Product> products() {
        return catalog.products().values().all(product -> true);
    }
}
