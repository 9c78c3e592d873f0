package dev.vto.catalog.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.project.Project;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class TransactionsTest {

    @Inject
    PostgresCatalog catalog;

    @Inject
    Transactions transactions;

    @Test
    void beginsAnewWhereItLostToAnother() {
        UUID first = catalog.givenAProject().id().value();
        UUID second = catalog.givenAProject().id().value();
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Void> bothHoldOne = new CompletableFuture<>();
        Function<SqlConnection, Uni<Void>> meet = connection -> {
            if (begun.incrementAndGet() == 2) {
                bothHoldOne.complete(null);
            }
            return Uni.createFrom().completionStage(bothHoldOne);
        };

        catalog.await(Uni.join()
                .all(crossing(first, second, meet), crossing(second, first, meet))
                .andFailFast());

        assertThat(begun).hasValueGreaterThanOrEqualTo(3);
        assertThat(nameOf(first)).isEqualTo("Lookbook!!");
        assertThat(nameOf(second)).isEqualTo("Lookbook!!");
    }

    private Uni<Void> crossing(UUID one, UUID other, Function<SqlConnection, Uni<Void>> meet) {
        return transactions.run(connection ->
                mark(connection, one).chain(() -> meet.apply(connection)).chain(() -> mark(connection, other)));
    }

    private static Uni<Void> mark(SqlConnection connection, UUID project) {
        return connection
                .preparedQuery("UPDATE projects SET name = name || '!' WHERE id = $1")
                .execute(Tuple.of(project))
                .replaceWithVoid();
    }

    private String nameOf(UUID project) {
        return catalog.await(catalog.projects().find(new ProjectId(project)))
                .map(Project::name)
                .orElseThrow()
                .value();
    }
}
