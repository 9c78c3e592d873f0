package dev.vto.catalog.adapter.out.postgres;

import static org.awaitility.Awaitility.await;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.SentEventsContract;
import dev.vto.catalog.domain.job.Job;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.event.JobEventType;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PostgresSentEventsTest extends SentEventsContract {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    PostgresCatalog catalog;

    @Inject
    SentEvents events;

    @Inject
    OutboxRows outbox;

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected SentEvents events() {
        return events;
    }

    /** Behind the event that the job began with. */
    @Override
    protected long send(Job job, JobEventType type) {
        await().atMost(LIMIT).until(() -> !outbox.positionsOf(job.id()).isEmpty());
        int before = outbox.positionsOf(job.id()).size();
        outbox.add(job.id(), type);
        await().atMost(LIMIT).until(() -> outbox.positionsOf(job.id()).size() > before);
        List<Long> positions = outbox.positionsOf(job.id());
        return positions.get(positions.size() - 1);
    }

    @Override
    protected void write(Job job, JobEventType type) {
        outbox.add(job.id(), type);
    }
}
