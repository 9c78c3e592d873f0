package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.fixture.AtOnce;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** What is made while what is to hold it is being deleted: it is refused, or deleted with it. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CreationDuringDeletionTest {

    private static final int ROUNDS = 12;
    private static final Cap MANY = new Cap("too_many", "things", 1000);

    @Inject
    PostgresCatalog catalog;

    @Inject
    Subtrees subtrees;

    @Inject
    Accounts accounts;

    @Inject
    Seeds seeds;

    private Project project;
    private Product product;
    private Cap cap;

    @BeforeEach
    void begin() {
        project = catalog.givenAProject();
        product = catalog.given(aProduct().in(project).build());
        cap = ThreadLocalRandom.current().nextBoolean() ? MANY : Cap.NONE;
    }

    @RepeatedTest(ROUNDS)
    void leavesNoCollectionInAClosedAccount() throws Exception {
        Collection made = aCollection(project.ownerId());

        race(catalog.collections().add(made, cap), closing());

        assertHidden("collections", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoProjectInAClosedAccount() throws Exception {
        Project made = another();

        race(catalog.projects().add(made, cap), closing());

        assertHidden("projects", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoProjectInADeletedCollection() throws Exception {
        Project made = another();

        race(catalog.projects().add(made, cap), deletionOf(Subtree.of(project.collectionId())));

        assertHidden("projects", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoProductInADeletedProject() throws Exception {
        Product made = aProduct().in(project).build();

        race(catalog.products().add(made), deletionOf(Subtree.of(project.id())));

        assertHidden("products", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoProductInADeletedCollection() throws Exception {
        Product made = aProduct().in(project).build();

        race(catalog.products().add(made), deletionOf(Subtree.of(project.collectionId())));

        assertHidden("products", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoLetterOfADeletedProduct() throws Exception {
        Letter made = aResult().in(project).of(product).letter();

        race(catalog.letters().add(made, project.ownerId()), deletionOf(Subtree.of(product.id())));

        assertHidden("marketing_letter", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoLetterInADeletedProject() throws Exception {
        Letter made = aResult().in(project).of(product).letter();

        race(catalog.letters().add(made, project.ownerId()), deletionOf(Subtree.of(project.id())));

        assertHidden("marketing_letter", made.id().value());
    }

    @RepeatedTest(ROUNDS)
    void leavesNoOpenJobInADeletedProject() throws Exception {
        NewJob made = aNewJob().in(project).build();

        race(catalog.jobs().submit(made, cap), deletionOf(Subtree.of(project.id())));

        assertEnded(made);
    }

    @RepeatedTest(ROUNDS)
    void leavesNoOpenJobOfADeletedProduct() throws Exception {
        NewJob made = aNewJob().in(project).of(product).build();

        race(catalog.jobs().submit(made, cap), deletionOf(Subtree.of(product.id())));

        assertEnded(made);
    }

    private Project another() {
        Collection in = catalog.await(catalog.collections().find(project.collectionId()))
                .orElseThrow();
        return aProject().in(in).build();
    }

    private Uni<Void> deletionOf(Subtree subtree) {
        return subtrees.delete(subtree, NOW, root -> {});
    }

    private Uni<Void> closing() {
        return accounts.close(project.ownerId(), NOW, Precondition.NONE);
    }

    private void race(Uni<?> creation, Uni<Void> deletion) throws Exception {
        List<Optional<Throwable>> failures =
                AtOnce.failuresOf(List.of(() -> catalog.await(creation), () -> catalog.await(deletion)));

        assertThat(failures.get(0))
                .satisfiesAnyOf(failure -> assertThat(failure).isEmpty(), failure -> assertThat(failure)
                        .containsInstanceOf(Rejected.class));
        assertThat(failures.get(1)).isEmpty();
    }

    private void assertHidden(String table, UUID id) {
        assertThat(seeds.isLive(table, id)).isFalse();
    }

    private void assertEnded(NewJob job) {
        assertThat(seeds.text(
                        "SELECT status FROM vto_job WHERE id = ?", job.id().value()))
                .isIn(null, "CANCELED");
    }
}
