package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.postgres.Seeds.Outfit;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        await(subtrees.restore(subtree, Caps.NONE, root -> {}));
    }

    private void await(Uni<Void> change) {
        catalog.await(change);
    }
}
