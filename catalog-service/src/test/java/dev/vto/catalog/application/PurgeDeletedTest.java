package dev.vto.catalog.application;

import static dev.vto.catalog.fixture.Fixtures.CLOCK;
import static dev.vto.catalog.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.domain.Retention;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class PurgeDeletedTest {

    @Test
    void goesOnUntilNothingIsLeft() {
        Queue<Integer> batches = new ArrayDeque<>(List.of(500, 500, 12, 0));
        List<Instant> befores = new ArrayList<>();
        PurgeDeleted purge = new PurgeDeleted(
                (before, most) -> {
                    befores.add(before);
                    return Uni.createFrom().item(batches.remove());
                },
                new Retention(Duration.ofDays(30)),
                CLOCK);

        assertThat(purge.purge().await().indefinitely()).isEqualTo(1012);
        assertThat(batches).isEmpty();
        assertThat(befores).hasSize(4).containsOnly(NOW.minus(Duration.ofDays(31)));
    }
}
