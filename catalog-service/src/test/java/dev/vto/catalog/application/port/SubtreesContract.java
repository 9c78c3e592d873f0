package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Root;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Subtrees} does. */
public abstract class SubtreesContract {

    private Project project;
    private Product product;

    protected abstract Catalog catalog();

    protected abstract Subtrees subtrees();

    @BeforeEach
    void begin() {
        project = catalog().givenAProject();
        product = catalog().given(aProduct().in(project).build());
    }

    @Test
    void hidesTheRootAndWhatItHolds() {
        delete(Subtree.of(project.collectionId()), NOW);

        assertThat(catalog().await(catalog().collections().find(project.collectionId())))
                .isEmpty();
        assertThat(projectLives()).isFalse();
        assertThat(productLives()).isFalse();
    }

    @Test
    void bringsBackWhatWasDeletedWithTheRoot() {
        delete(Subtree.of(project.collectionId()), NOW);

        restore(Subtree.of(project.collectionId()));

        assertThat(projectLives()).isTrue();
        assertThat(productLives()).isTrue();
    }

    @Test
    void leavesDeletedWhatWasDeletedBefore() {
        delete(Subtree.of(product.id()), NOW);
        delete(Subtree.of(project.id()), NOW.plusSeconds(1));

        restore(Subtree.of(project.id()));

        assertThat(projectLives()).isTrue();
        assertThat(productLives()).isFalse();
    }

    @Test
    void asksWithTheRootAsItStands() {
        UserId guest = catalog().givenA(Role.VIEWER, project);
        List<Root> asked = new ArrayList<>();

        catalog().await(subtrees().delete(Subtree.of(project.id()), NOW, asked::add));
        catalog().await(subtrees().restore(Subtree.of(project.id()), Caps.NONE, asked::add));

        assertThat(asked).allSatisfy(root -> {
            assertThat(root.ownerId()).isEqualTo(project.ownerId());
            assertThat(root.guests()).containsExactly(guest);
            assertThat(root.version()).isEqualTo(project.version());
            assertThat(root.parentLives()).isTrue();
        });
        assertThat(asked.get(0).deletedAt()).isNull();
        assertThat(asked.get(asked.size() - 1).deletedAt()).isEqualTo(NOW);
    }

    @Test
    void tellsWhetherTheParentLives() {
        delete(Subtree.of(project.id()), NOW);
        List<Root> asked = new ArrayList<>();

        catalog()
                .await(subtrees()
                        .restore(Subtree.of(product.id()), Caps.NONE, root -> {
                            asked.add(root);
                            throw new IllegalStateException("refused");
                        })
                        .onFailure(IllegalStateException.class)
                        .recoverWithNull());

        assertThat(asked).extracting(Root::parentLives).containsOnly(false);
        assertThat(productLives()).isFalse();
    }

    @Test
    void changesNothingThatIsRefused() {
        Job job = catalog().given(aNewJob().in(project).build());

        assertRejected(() -> catalog().await(subtrees().delete(Subtree.of(project.id()), NOW, root -> {
                    throw Rejected.stale();
                })))
                .as(Rejected.Reason.STALE, "etag_mismatch");

        assertThat(projectLives()).isTrue();
        assertThat(status(job).waiting()).isTrue();
    }

    @Test
    void findsNoRootWhereThereWasNone() {
        Subtree nothing = Subtree.of(new ProjectId(anId()));

        assertRejected(() -> delete(nothing, NOW)).isNotFound("project");
        assertRejected(() -> restore(nothing)).isNotFound("project");
    }

    @Test
    void cancelsUnfinishedJobs() {
        Job waiting = catalog().given(aNewJob().in(project).build());
        Job running = catalog().given(aNewJob().in(project).of(product).build());
        catalog().claimed(running.id());

        delete(Subtree.of(project.id()), NOW);

        assertThat(status(waiting)).isEqualTo(JobStatus.CANCELED);
        assertThat(catalog().savedEventsOf(waiting.id())).endsWith(JobEventType.CANCELED);
        assertThat(status(running)).isEqualTo(JobStatus.RUNNING);
        assertThat(catalog()
                        .await(catalog().jobs().find(running.id()))
                        .orElseThrow()
                        .run()
                        .cancelRequestedAt())
                .isNotNull();
    }

    @Test
    void restoresWhatLivesToNoEffect() {
        restore(Subtree.of(project.id()));

        assertThat(projectLives()).isTrue();
    }

    @Test
    void restoresNoMoreThanTheOwnerMayHave() {
        Collection collection = catalog().given(aCollection(project.ownerId()));
        catalog().given(aProject().in(collection).build());
        catalog().given(aProject().in(collection).build());
        delete(Subtree.of(collection.id()), NOW);
        delete(Subtree.of(project.id()), NOW);
        catalog()
                .given(aProject()
                        .in(catalog().given(aCollection(project.ownerId())))
                        .build());

        assertRejected(() -> restore(Subtree.of(collection.id()), caps(2, 9))).isImpossible("too_many_collections");
        assertRejected(() -> restore(Subtree.of(collection.id()), caps(9, 2)))
                .isImpossible("too_many_projects")
                .hasMessage("An account has at most 2 projects, and this one has room for 1 of these 2.");
        assertRejected(() -> restore(Subtree.of(project.id()), caps(9, 1))).isImpossible("too_many_projects");
        assertThat(projectLives()).isFalse();

        restore(Subtree.of(collection.id()), caps(3, 3));
        restore(Subtree.of(project.id()), caps(3, 4));
        restore(Subtree.of(project.id()), caps(1, 1));
        assertThat(projectLives()).isTrue();
    }

    private boolean projectLives() {
        return catalog().await(catalog().projects().find(project.id())).isPresent();
    }

    private boolean productLives() {
        return catalog().await(catalog().products().find(product.id())).isPresent();
    }

    private JobStatus status(Job job) {
        return catalog().await(catalog().jobs().find(job.id())).orElseThrow().status();
    }

    private void delete(Subtree subtree, Instant at) {
        catalog().await(subtrees().delete(subtree, at, root -> {}));
    }

    private void restore(Subtree subtree) {
        restore(subtree, Caps.NONE);
    }

    private void restore(Subtree subtree, Caps caps) {
        catalog().await(subtrees().restore(subtree, caps, root -> {}));
    }

    private static Caps caps(int collections, int projects) {
        return new Caps(
                new Cap("too_many_collections", "collections", collections),
                new Cap("too_many_projects", "projects", projects),
                Cap.NONE);
    }
}
