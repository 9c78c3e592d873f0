package dev.vto.catalog.domain.job;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.adapter.out.memory.InMemoryCatalog;
import org.junit.jupiter.api.Test;

class JobTest {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final Job job = catalog.given(aNewJob()
            .in(catalog.givenAProject())
            .paidWith("FREE", 3)
            .withPriority(2)
            .build());

    @Test
    void takesItsPlaceInTheQueueAndLosesNothing() {
        Job placed = job.withQueuePosition(17);

        assertThat(placed.queuePosition()).isEqualTo(17);
        assertThat(placed)
                .usingRecursiveComparison()
                .ignoringFields("queuePosition")
                .isEqualTo(job);
    }

    @Test
    void leavesTheQueue() {
        assertThat(job.withQueuePosition(17).withQueuePosition(null)).isEqualTo(job);
    }
}
