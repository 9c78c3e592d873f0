package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.postgres.Seeds.Outfit;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deletions and restorations that meet each other, submissions and the ends of jobs. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class SubtreeConcurrencyTest {

    @Inject
    Subtrees subtrees;

    @Inject
    PostgresCatalog catalog;

    @Inject
    Seeds seeds;

    private UUID user;
    private UUID collection;
    private UUID project;
    private Outfit outfit;

    @BeforeEach
    void seed() {
        user = seeds.user();
        collection = seeds.collection(user);
        project = seeds.project(user, collection);
        outfit = seeds.outfit(user, project);
    }

    /** The job is committed while the deletion waits for the project's row, so the first look at jobs misses it. */
    @Test
    void cancelsAJobThatIsSubmittedMeanwhile() throws Exception {
        UUID job = UUID.randomUUID();
        CompletableFuture<Void> deletion;
        try (Connection submitter = seeds.connect()) {
            submitter.setAutoCommit(false);
            try (var statement = submitter.createStatement()) {
                statement.execute("INSERT INTO vto_job (id, user_id, project_id, status) VALUES ('" + job + "', '"
                        + user + "', '" + project + "', 'QUEUED')");
                deletion = CompletableFuture.runAsync(
                        () -> delete(Subtree.of(new ProjectId(project)), NOW), OwnThread.FOR_EACH);
                Awaitility.await()
                        .atMost(30, TimeUnit.SECONDS)
                        .until(() -> seeds.text("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                        + " AND query LIKE 'SELECT id FROM projects%FOR UPDATE'")
                                != null);
            }
            submitter.commit();
        }
        deletion.get(30, TimeUnit.SECONDS);

        assertThat(seeds.text("SELECT status FROM vto_job WHERE id = ?", job)).isEqualTo("CANCELED");
        assertThat(seeds.isLive("projects", project)).isFalse();
    }

    /** A worker's finishes, deletions and restorations of all three kinds, in any interleaving. */
    @Test
    void keepsCountersRightWhateverMeets() throws Exception {
        List<Outfit> outfits = new ArrayList<>(List.of(outfit));
        for (int i = 0; i < 3; i++) {
            outfits.add(seeds.outfit(user, project));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        try {
            for (int round = 0; round < 10; round++) {
                Instant at = NOW.plusSeconds(round);
                for (Outfit each : outfits) {
                    Subtree product = Subtree.of(new ProductId(each.product()));
                    running.add(threads.submit(() -> delete(product, at)));
                    running.add(threads.submit(() -> restore(product)));
                    running.add(threads.submit(() -> finish(each)));
                }
                running.add(threads.submit(() -> delete(Subtree.of(new ProjectId(project)), at)));
                running.add(threads.submit(() -> restore(Subtree.of(new ProjectId(project)))));
                running.add(threads.submit(() -> delete(Subtree.of(new CollectionId(collection)), at)));
                running.add(threads.submit(() -> restore(Subtree.of(new CollectionId(collection)))));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(seeds.countersOf(project)).isEqualTo(seeds.liveRowsOf(project));
        restore(Subtree.of(new CollectionId(collection)));
        restore(Subtree.of(new ProjectId(project)));
        outfits.forEach(each -> restore(Subtree.of(new ProductId(each.product()))));
        assertThat(seeds.countersOf(project))
                .isEqualTo(seeds.liveRowsOf(project))
                .doesNotStartWith("0");
    }

    /** As a worker's write-back does it: project and product locked, and nothing written where either is deleted. */
    private void finish(Outfit of) {
        try (Connection connection = seeds.connect()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1 FROM projects WHERE id = '" + project + "' FOR UPDATE");
                statement.execute("SELECT 1 FROM products WHERE id = '" + of.product() + "' FOR UPDATE");
                int written = statement.executeUpdate("INSERT INTO generate_img (id, user_id, project_id, product_id)"
                        + " SELECT gen_random_uuid(), r.user_id, p.id, r.id FROM products r JOIN projects p ON"
                        + " p.id = r.project_id WHERE r.id = '" + of.product()
                        + "' AND r.deleted_at IS NULL AND p.deleted_at IS NULL");
                statement.execute("UPDATE projects SET total_image_number = total_image_number + " + written
                        + " WHERE id = '" + project + "'");
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void delete(Subtree subtree, Instant at) {
        catalog.await(subtrees.delete(subtree, at, root -> {}));
    }

    private void restore(Subtree subtree) {
        catalog.await(subtrees.restore(subtree, Caps.NONE, root -> {}));
    }
}
