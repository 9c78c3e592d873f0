package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.NOW;
import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static dev.vto.catalog.fixture.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.RetryJob;
import dev.vto.catalog.application.SubmitJob;
import dev.vto.catalog.application.port.Subtrees;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Caps;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.collection.Collection;
import dev.vto.catalog.domain.deletion.Subtree;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.fixture.AtOnce;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Many that come at once where there is room for one more. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class CapConcurrencyTest {

    private static final int ROUNDS = 10;
    private static final int AT_ONCE = 6;
    private static final Cap TWO = new Cap("too_many", "things", 2);
    private static final Caps CAPS = new Caps(TWO, TWO, TWO);

    @Inject
    PostgresCatalog catalog;

    @Inject
    Subtrees subtrees;

    @Inject
    Access access;

    private UserId user;
    private Collection collection;

    @BeforeEach
    void begin() {
        user = catalog.given(aUser()).id();
        collection = catalog.given(aCollection(user));
    }

    @RepeatedTest(ROUNDS)
    void letsOneMoreCollectionThrough() throws Exception {
        assertOneOf(times(AT_ONCE, () -> catalog.collections().add(aCollection(user), TWO)));
    }

    @RepeatedTest(ROUNDS)
    void letsOneMoreProjectThrough() throws Exception {
        catalog.given(aProject().in(collection).build());

        assertOneOf(times(
                AT_ONCE, () -> catalog.projects().add(aProject().in(collection).build(), TWO)));
    }

    @RepeatedTest(ROUNDS)
    void bringsOneCollectionBackOrMakesOne() throws Exception {
        List<Runnable> calls = times(AT_ONCE, () -> catalog.collections().add(aCollection(user), TWO));
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(restorationOf(
                    deleted(Subtree.of(catalog.given(aCollection(user)).id()))));
        }

        assertOneOf(calls);
    }

    @RepeatedTest(ROUNDS)
    void bringsOneProjectBackOrMakesOne() throws Exception {
        List<Runnable> calls = times(
                AT_ONCE, () -> catalog.projects().add(aProject().in(collection).build(), TWO));
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(restorationOf(deleted(Subtree.of(givenAProject().id()))));
        }
        givenAProject();

        assertOneOf(calls);
    }

    @RepeatedTest(ROUNDS)
    void submitsOneJobOrRetriesOne() throws Exception {
        Project project = givenAProject();
        Product product = catalog.given(aProduct().in(project).build());
        List<Runnable> calls =
                times(AT_ONCE, () -> catalog.jobs().submit(aNewJob().in(project).build(), TWO));
        RetryJob retryJob = new RetryJob(
                access,
                catalog.jobs(),
                catalog.products(),
                catalog.results(),
                catalog.relay(),
                Fixtures::anId,
                new SubmitJob.Limits(5, 3, TWO));
        for (int i = 0; i < AT_ONCE; i++) {
            Job job = catalog.given(aNewJob().in(project).of(product).build());
            catalog.await(catalog.jobs().cancel(job.id()));
            calls.add(() -> catalog.await(retryJob.retry(user, job.id())));
        }
        catalog.given(aNewJob().in(project).build());

        assertOneOf(calls);
    }

    private Project givenAProject() {
        return catalog.given(aProject().in(collection).build());
    }

    private Subtree deleted(Subtree subtree) {
        catalog.await(subtrees.delete(subtree, NOW, root -> {}));
        return subtree;
    }

    private Runnable restorationOf(Subtree subtree) {
        return () -> catalog.await(subtrees.restore(subtree, CAPS, root -> {}));
    }

    private List<Runnable> times(int count, Supplier<Uni<?>> call) {
        List<Runnable> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(() -> catalog.await(call.get()));
        }
        return calls;
    }

    private static void assertOneOf(List<Runnable> calls) throws Exception {
        List<Optional<Throwable>> failures = AtOnce.failuresOf(calls);

        assertThat(failures.stream().flatMap(Optional::stream))
                .hasSize(calls.size() - 1)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(rejected.code())
                                .isEqualTo("too_many")));
    }
}
