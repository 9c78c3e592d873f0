package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.postgres.Seeds.Outfit;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows, counters, keys and jobs after deletions and restorations. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class SubtreeChangeTest {

    private static final List<String> TABLES =
            List.of("products", "generate_img", "generate_video", "marketing_letter");

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

    @ParameterizedTest
    @EnumSource(
            value = Subtree.Top.class,
            names = {"COLLECTION", "PROJECT", "PRODUCT"})
    void takesAllAlongAndBringsAllBack(Subtree.Top top) {
        String keys = keys();

        delete(subtree(top), NOW);

        assertThat(live(outfit)).containsOnly(false);
        assertThat(seeds.countersOf(project)).isEqualTo("0 0 0");
        assertThat(seeds.text("SELECT generate_img_key FROM products WHERE id = ?", outfit.product()))
                .isNull();

        restore(subtree(top));

        assertThat(live(outfit)).containsOnly(true);
        assertThat(seeds.countersOf(project)).isEqualTo("1 1 1");
        assertThat(keys()).isEqualTo(keys);
    }

    @Test
    void leavesDeletedWhatWasDeletedBefore() {
        Outfit other = seeds.outfit(user, project);
        seeds.execute(
                "UPDATE generate_img SET deleted_at = ? ::timestamptz WHERE id = ?", NOW.toString(), outfit.image());
        delete(Subtree.of(new ProductId(other.product())), NOW.plusSeconds(1));
        delete(Subtree.of(new ProjectId(project)), NOW.plusSeconds(2));
        delete(Subtree.of(new CollectionId(collection)), NOW.plusSeconds(3));

        restore(Subtree.of(new CollectionId(collection)));
        assertThat(seeds.isLive("collections", collection)).isTrue();
        assertThat(seeds.isLive("projects", project)).isFalse();

        restore(Subtree.of(new ProjectId(project)));
        assertThat(seeds.isLive("projects", project)).isTrue();
        assertThat(live(other)).containsOnly(false);
        assertThat(seeds.isLive("generate_img", outfit.image())).isFalse();
        assertThat(seeds.isLive("generate_video", outfit.video())).isTrue();
        assertThat(seeds.countersOf(project)).isEqualTo("0 0 1");

        restore(Subtree.of(new ProductId(other.product())));
        assertThat(live(other)).containsOnly(true);
        assertThat(seeds.countersOf(project)).isEqualTo("1 1 2");
    }

    @Test
    void leavesOtherSubtreesAlone() {
        UUID otherProject = seeds.project(user, collection);
        Outfit other = seeds.outfit(user, otherProject);

        delete(Subtree.of(new ProjectId(project)), NOW);

        assertThat(live(other)).containsOnly(true);
        assertThat(seeds.countersOf(otherProject)).isEqualTo("1 1 1");
    }

    @Test
    void givesAProjectAnotherCurrentLetterAndItsLastOneBack() {
        Outfit newer = seeds.outfit(user, project);
        assertThat(currentLetter()).isEqualTo(newer.letter().toString());

        delete(Subtree.of(new ProductId(newer.product())), NOW);
        assertThat(currentLetter()).isEqualTo(outfit.letter().toString());
        delete(Subtree.of(new ProductId(outfit.product())), NOW.plusSeconds(1));
        assertThat(currentLetter()).isNull();

        restore(Subtree.of(new ProductId(newer.product())));
        assertThat(currentLetter()).isEqualTo(newer.letter().toString());
    }

    @Test
    void endsWaitingJobsAndAsksRunningOnesToEnd() {
        UUID pending = seeds.job(user, project, outfit.product(), "PENDING");
        UUID queued = seeds.job(user, project, null, "QUEUED");
        UUID running = seeds.job(user, project, outfit.product(), "RUNNING");
        UUID elsewhere = seeds.job(user, seeds.project(user, collection), null, "QUEUED");

        delete(Subtree.of(new ProjectId(project)), NOW);

        assertThat(List.of(status(pending), status(queued), status(running), status(elsewhere), status(outfit.job())))
                .containsExactly("CANCELED", "CANCELED", "RUNNING", "QUEUED", "SUCCEEDED");
        assertThat(seeds.text("SELECT cancel_requested_at FROM vto_job WHERE id = ?", running))
                .isNotNull();
        assertThat(events(pending)).isEqualTo("vto.job.canceled.v1");
        assertThat(events(queued)).isEqualTo("vto.job.canceled.v1");
        assertThat(events(running)).isNull();
        assertThat(events(elsewhere)).isNull();
    }

    @Test
    void leavesTheProjectsOtherJobsAloneWhenAProductGoes() {
        UUID ofProject = seeds.job(user, project, null, "QUEUED");
        UUID ofProduct = seeds.job(user, project, outfit.product(), "QUEUED");

        delete(Subtree.of(new ProductId(outfit.product())), NOW);

        assertThat(status(ofProject)).isEqualTo("QUEUED");
        assertThat(status(ofProduct)).isEqualTo("CANCELED");
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
                deletion = CompletableFuture.runAsync(() -> delete(Subtree.of(new ProjectId(project)), NOW));
                Awaitility.await()
                        .atMost(30, TimeUnit.SECONDS)
                        .until(() -> seeds.text("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                        + " AND query LIKE 'SELECT id FROM projects%FOR UPDATE'")
                                != null);
            }
            submitter.commit();
        }
        deletion.get(30, TimeUnit.SECONDS);

        assertThat(status(job)).isEqualTo("CANCELED");
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
            for (int round = 0; round < 6; round++) {
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
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Subtree subtree(Subtree.Top top) {
        return switch (top) {
            case ACCOUNT -> throw new IllegalArgumentException("accounts are closed");
            case COLLECTION -> Subtree.of(new CollectionId(collection));
            case PROJECT -> Subtree.of(new ProjectId(project));
            case PRODUCT -> Subtree.of(new ProductId(outfit.product()));
        };
    }

    private List<Boolean> live(Outfit of) {
        return List.of(
                seeds.isLive(TABLES.get(0), of.product()),
                seeds.isLive(TABLES.get(1), of.image()),
                seeds.isLive(TABLES.get(2), of.video()),
                seeds.isLive(TABLES.get(3), of.letter()));
    }

    private String keys() {
        return seeds.text(
                """
                SELECT concat_ws(' ', p.marketing_letter_key, r.generate_img_key, r.generate_video_key,
                  r.marketing_letter_key) FROM projects p JOIN products r ON r.project_id = p.id WHERE r.id = ?
                """,
                outfit.product());
    }

    private String currentLetter() {
        return seeds.text("SELECT marketing_letter_key FROM projects WHERE id = ?", project);
    }

    private String status(UUID job) {
        return seeds.text("SELECT status FROM vto_job WHERE id = ?", job);
    }

    private String events(UUID job) {
        return seeds.text("SELECT string_agg(type, ' ') FROM outbox_event WHERE aggregateid = ?::text", job);
    }

    private void delete(Subtree subtree, Instant at) {
        await(subtrees.delete(subtree, at, root -> {}));
    }

    private void restore(Subtree subtree) {
        await(subtrees.restore(subtree, root -> {}));
    }

    private void await(Uni<Void> change) {
        catalog.await(change);
    }
}
