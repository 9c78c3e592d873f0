package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.VideoId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CountersTest {

    private static final int THREADS = 8;
    private static final int STEPS = 60;
    private static final String LIVE_LETTERS =
            "SELECT id FROM marketing_letter WHERE project_id = ? AND deleted_at IS NULL";
    private static final Instant LONG_AGO = Instant.EPOCH;

    private static final Consumer<Root> LIVE = root -> {
        if (root.deletedAt() != null || !root.parentLives()) {
            throw refused(root);
        }
    };

    private static final Consumer<Root> LIVE_PARENT = root -> {
        if (!root.parentLives()) {
            throw refused(root);
        }
    };

    @Inject
    PostgresCatalog catalog;

    @Inject
    FinishAsAWorker worker;

    @Inject
    OthersSql others;

    @Inject
    Subtrees subtrees;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Queue<UUID> images = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> videos = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> letters = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    void equalTheLiveRowsAfterAnyInterleaving() throws Exception {
        long seed = new Random().nextLong();
        Project project = catalog.givenAProject();
        List<Product> products = IntStream.range(0, 3)
                .mapToObj(i -> catalog.given(aProduct().in(project).build()))
                .toList();

        List<? extends Future<?>> runs = IntStream.range(0, THREADS)
                .mapToObj(thread -> threads.submit(() -> steps(new Random(seed + thread), project, products)))
                .toList();
        for (Future<?> run : runs) {
            run.get();
        }

        catalog.await(subtrees.restore(Subtree.of(project.id()), Caps.NONE, root -> {}));
        for (Product product : products) {
            catalog.await(subtrees.restore(Subtree.of(product.id()), Caps.NONE, root -> {}));
            assertThat(worker.finish(project.id().value(), product.id().value(), FinishAsAWorker.Kind.IMAGE))
                    .isPresent();
        }

        String because = "seed " + seed;
        Project.Counts counts = project(project).counts();
        assertThat(counts).as(because).isEqualTo(counted(project));
        assertThat(counts.images()).as(because).isGreaterThanOrEqualTo(products.size());
        for (Product product : products) {
            Product now = catalog.await(catalog.products().find(product.id())).orElseThrow();
            assertThat(id(now.imageId(), ImageId::value)).as(because).isEqualTo(lastSelected("generate_img", product));
            assertThat(id(now.videoId(), VideoId::value))
                    .as(because)
                    .isEqualTo(lastSelected("generate_video", product));
            assertThat(id(now.letterId(), LetterId::value)).as(because).isEqualTo(newestLetter(product));
        }
        LetterId current = project(project).letterId();
        assertThat(
                        current == null
                                ? others.ids(LIVE_LETTERS, project.id().value()).isEmpty()
                                : isLive(current))
                .as(because)
                .isTrue();
    }

    private void steps(Random random, Project project, List<Product> products) {
        for (int i = 0; i < STEPS; i++) {
            Product product = products.get(random.nextInt(products.size()));
            step(random, project.id().value(), product.id().value());
        }
    }

    private void step(Random random, UUID project, UUID product) {
        switch (random.nextInt(14)) {
            case 0 ->
                worker.finish(project, product, FinishAsAWorker.Kind.IMAGE).ifPresent(images::add);
            case 1 ->
                worker.finish(project, product, FinishAsAWorker.Kind.VIDEO).ifPresent(videos::add);
            case 2 ->
                worker.finish(project, product, FinishAsAWorker.Kind.LETTER).ifPresent(letters::add);
            case 3, 4 ->
                one(random, images)
                        .ifPresent(id ->
                                run(catalog.images().select(new ImageId(id), random.nextBoolean(), Precondition.NONE)));
            case 5 ->
                one(random, videos)
                        .ifPresent(id ->
                                run(catalog.videos().select(new VideoId(id), random.nextBoolean(), Precondition.NONE)));
            case 6 ->
                one(random, images).ifPresent(id -> run(catalog.images().delete(new ImageId(id), Precondition.NONE)));
            case 7 -> one(random, images).ifPresent(id -> run(catalog.images().restore(new ImageId(id), LONG_AGO)));
            case 8 ->
                one(random, random.nextBoolean() ? videos : letters).ifPresent(id -> {
                    run(catalog.videos().delete(new VideoId(id), Precondition.NONE));
                    run(catalog.letters().delete(new LetterId(id), Precondition.NONE));
                });
            case 9 -> run(subtrees.delete(Subtree.of(new ProductId(product)), Instant.now(), LIVE));
            case 10, 11 -> run(subtrees.restore(Subtree.of(new ProductId(product)), Caps.NONE, LIVE_PARENT));
            case 12 -> {
                run(subtrees.delete(Subtree.of(new ProjectId(project)), Instant.now(), LIVE));
                run(subtrees.restore(Subtree.of(new ProjectId(project)), Caps.NONE, LIVE_PARENT));
            }
            default ->
                one(random, random.nextBoolean() ? videos : letters).ifPresent(id -> {
                    run(catalog.videos().restore(new VideoId(id), LONG_AGO));
                    run(catalog.letters().restore(new LetterId(id), LONG_AGO));
                });
        }
    }

    /** What others have deleted meanwhile is refused. */
    private void run(Uni<?> change) {
        catalog.await(change.onFailure(Rejected.class).recoverWithNull());
    }

    private static Rejected refused(Root root) {
        return Rejected.notFound(root.top().noun());
    }

    private static Optional<UUID> one(Random random, Queue<UUID> ids) {
        List<UUID> now = List.copyOf(ids);
        return now.isEmpty() ? Optional.empty() : Optional.of(now.get(random.nextInt(now.size())));
    }

    private Project project(Project project) {
        return catalog.await(catalog.projects().find(project.id())).orElseThrow();
    }

    private Project.Counts counted(Project project) {
        UUID id = project.id().value();
        return new Project.Counts(
                others.ids(
                                "SELECT id FROM generate_img WHERE project_id = ? AND is_selected AND deleted_at IS NULL",
                                id)
                        .size(),
                others.ids("SELECT id FROM generate_img WHERE project_id = ? AND deleted_at IS NULL", id)
                        .size(),
                others.ids("SELECT id FROM generate_video WHERE project_id = ? AND deleted_at IS NULL", id)
                        .size());
    }

    private UUID lastSelected(String table, Product product) {
        return first(others.ids(
                "SELECT id FROM " + table + " WHERE product_id = ? AND is_selected AND deleted_at IS NULL"
                        + " ORDER BY selected_at DESC",
                product.id().value()));
    }

    private UUID newestLetter(Product product) {
        return first(others.ids(
                "SELECT id FROM marketing_letter WHERE product_id = ? AND deleted_at IS NULL ORDER BY id DESC",
                product.id().value()));
    }

    private boolean isLive(LetterId letter) {
        return catalog.await(catalog.results().letter(letter)).isPresent();
    }

    private static UUID first(List<UUID> ids) {
        return ids.isEmpty() ? null : ids.get(0);
    }

    private static <T> UUID id(T id, Function<T, UUID> value) {
        return id == null ? null : value.apply(id);
    }
}
