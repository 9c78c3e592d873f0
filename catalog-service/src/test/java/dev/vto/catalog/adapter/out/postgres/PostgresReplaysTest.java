package dev.vto.catalog.adapter.out.postgres;

import static dev.vto.catalog.fixture.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.application.PruneReplays;
import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.application.port.ReplaysContract;
import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.UserId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresReplaysTest extends ReplaysContract {

    @Inject
    PostgresCatalog catalog;

    @Inject
    Replays replays;

    @Inject
    Seeds seeds;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected Replays replays() {
        return replays;
    }

    @Override
    protected void letADayPass(UserId user) {
        seeds.execute(
                "UPDATE idempotency_key SET created_at = created_at - interval '25 hours' WHERE user_id = ?",
                user.value());
    }

    @Test
    void forgetsAllOnceWhenInstancesPruneAtOnce() throws Exception {
        UserId user = catalog.given(aUser()).id();
        seeds.execute(
                """
                INSERT INTO idempotency_key (user_id, key, operation, body_hash, created_at)
                SELECT ?, n::text, 'POST /here', 'hash', now() - interval '25 hours' FROM generate_series(1, 200) n
                """,
                user.value());
        List<CompletableFuture<Integer>> instances = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> catalog.await(new PruneReplays(replays, 7).prune()), OwnThread.FOR_EACH))
                .toList();

        int forgotten = 0;
        for (CompletableFuture<Integer> instance : instances) {
            forgotten += instance.get(30, TimeUnit.SECONDS);
        }
        assertThat(forgotten).isEqualTo(200);
        assertThat(catalog.await(replays.forget(1))).isZero();
    }
}
