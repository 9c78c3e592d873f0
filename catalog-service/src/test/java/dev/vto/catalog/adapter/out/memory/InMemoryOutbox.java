package dev.vto.catalog.adapter.out.memory;

import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import java.util.ArrayList;
import java.util.List;

/** Events that were saved, and how many of them were carried to their readers. */
final class InMemoryOutbox {

    private record Event(JobId job, JobEventType type) {}

    private final List<Event> saved = new ArrayList<>();
    private int carried;

    void save(JobId job, JobEventType type) {
        saved.add(new Event(job, type));
    }

    /** Carries what is left. */
    void carry(InMemoryJobs jobs) {
        for (Event event : saved.subList(carried, saved.size())) {
            if (event.type() == JobEventType.REQUESTED) {
                jobs.published(event.job());
            }
        }
        carried = saved.size();
    }

    long unsent() {
        return saved.size() - carried;
    }

    List<JobEventType> savedOf(JobId job) {
        return of(job, saved);
    }

    List<JobEventType> carriedOf(JobId job) {
        return of(job, saved.subList(0, carried));
    }

    private static List<JobEventType> of(JobId job, List<Event> events) {
        return events.stream()
                .filter(event -> event.job().equals(job))
                .map(Event::type)
                .toList();
    }
}
