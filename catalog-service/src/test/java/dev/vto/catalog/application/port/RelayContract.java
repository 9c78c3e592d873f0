package dev.vto.catalog.application.port;

import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.event.Topics;
import dev.vto.shared.job.JobStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link Relay} does. */
public abstract class RelayContract {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    protected abstract Catalog catalog();

    @Test
    void carriesEverythingThatWasSaved() {
        Job job = catalog().given(aNewJob().in(catalog().givenAProject()).build());

        catalog().relay().wake();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(catalog().carriedEventsOf(job.id()))
                .containsExactlyInAnyOrder(JobEventType.REQUESTED, JobEventType.QUEUED));
    }

    /** Doorbells travel on a topic of their own: there is no order between them and the feed. */
    @Test
    void carriesTheFeedOfAJobInItsOrder() {
        Job job = catalog().given(aNewJob().in(catalog().givenAProject()).build());
        catalog().await(catalog().jobs().cancel(job.id()));

        catalog().relay().wake();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(catalog().carriedEventsOf(job.id()))
                .filteredOn(type -> type.topic() == Topics.EVENTS)
                .containsExactly(JobEventType.QUEUED, JobEventType.CANCELED));
    }

    @Test
    void queuesTheJobWhoseDoorbellItCarried() {
        Job job = catalog().given(aNewJob().in(catalog().givenAProject()).build());

        catalog().relay().wake();

        await().atMost(LIMIT).untilAsserted(() -> {
            Job carried = catalog().await(catalog().jobs().find(job.id())).orElseThrow();
            assertThat(carried.status()).isEqualTo(JobStatus.QUEUED);
            assertThat(carried.run().queuedAt()).isNotNull();
        });
    }

    @Test
    void leavesAJobAloneThatWasClaimedFirst() {
        Job job = catalog().given(aNewJob().in(catalog().givenAProject()).build());
        catalog().claimed(job.id());

        catalog().relay().wake();

        await().atMost(LIMIT).until(() -> !catalog().carriedEventsOf(job.id()).isEmpty());
        assertThat(catalog()
                        .await(catalog().jobs().find(job.id()))
                        .orElseThrow()
                        .status())
                .isEqualTo(JobStatus.RUNNING);
    }
}
