package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Catalog;
import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.SentEventsContract;
import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.event.JobEventType;

class InMemorySentEventsTest extends SentEventsContract {

    private final InMemoryCatalog catalog = new InMemoryCatalog();
    private final InMemorySentEvents events = new InMemorySentEvents(catalog.projects());

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    @Override
    protected SentEvents events() {
        return events;
    }

    @Override
    protected long send(Job job, JobEventType type) {
        return events.send(job, type);
    }

    @Override
    protected void write(Job job, JobEventType type) {
        events.wait(job);
    }
}
