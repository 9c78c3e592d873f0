package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.JobEvent;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sent events in a list. */
public final class InMemorySentEvents implements SentEvents {

    private record Sent(long position, JobEventType type, Job job) {}

    private final InMemoryProjects projects;
    private final List<Sent> sent = new ArrayList<>();
    private final List<JobId> waiting = new ArrayList<>();
    private long newest;
    private Runnable meanwhile = () -> {};
    private boolean away;

    public InMemorySentEvents(InMemoryProjects projects) {
        this.projects = projects;
    }

    /** An event was sent; tells its position. */
    public long send(Job job, JobEventType type) {
        newest++;
        sent.add(new Sent(newest, type, job));
        return newest;
    }

    /** An event of the job is written and waits to be sent. */
    public void wait(Job job) {
        waiting.add(job.id());
    }

    public void pruneUpTo(long position) {
        sent.removeIf(event -> event.position() <= position);
    }

    /** What happens while the next page is on its way, once. */
    public void meanwhile(Runnable happens) {
        meanwhile = happens;
    }

    /** Whether nothing can be read. */
    public void away(boolean is) {
        away = is;
    }

    @Override
    public Uni<Kept> kept() {
        return Uni.createFrom()
                .item(() -> sent.isEmpty() ? Kept.NOTHING : new Kept(sent.get(0).position(), newest));
    }

    @Override
    public Uni<List<JobEvent>> after(long position, int limit) {
        return page(event -> event.position() > position, limit);
    }

    @Override
    public Uni<List<JobEvent>> of(EventScope scope, long after, long upTo, int limit) {
        return page(
                event -> event.position() > after
                        && event.position() <= upTo
                        && event.scopes().contains(scope),
                limit);
    }

    @Override
    public Uni<Boolean> moreOf(JobId job, long after) {
        return Uni.createFrom()
                .item(() -> waiting.contains(job)
                        || sent.stream().anyMatch(event -> event.job().id().equals(job) && event.position() > after));
    }

    private Uni<List<JobEvent>> page(Predicate<JobEvent> wanted, int limit) {
        return Uni.createFrom()
                .item(() -> {
                    if (away) {
                        throw new IllegalStateException("away");
                    }
                    return sent.stream()
                            .map(this::event)
                            .filter(wanted)
                            .limit(limit)
                            .toList();
                })
                .invoke(() -> {
                    Runnable happens = meanwhile;
                    meanwhile = () -> {};
                    happens.run();
                });
    }

    private JobEvent event(Sent event) {
        Job job = event.job();
        Set<UserId> users = new HashSet<>(Set.of(job.ownerId()));
        UserId submitter = job.submittedBy();
        if (submitter != null
                && projects.findNow(job.projectId())
                        .flatMap(project -> project.roleOf(submitter))
                        .isPresent()) {
            users.add(submitter);
        }
        return new JobEvent(event.position(), event.type(), job.id(), users, "{\"jobId\": \"" + job.id() + "\"}");
    }
}
