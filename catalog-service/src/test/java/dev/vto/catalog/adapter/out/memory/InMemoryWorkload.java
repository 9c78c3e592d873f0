package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Workload;
import dev.vto.catalog.domain.job.Backlog;
import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts jobs and events in memory, of which none is parked. Workers beat whenever they are looked at. */
public final class InMemoryWorkload implements Workload {

    private final InMemoryJobs jobs;
    private final InMemoryOutbox outbox;
    private final Clock clock;
    private final Set<JobId> delayed = new HashSet<>();

    InMemoryWorkload(InMemoryJobs jobs, InMemoryOutbox outbox, Clock clock) {
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A worker left the waiting job for later. */
    void delay(JobId job) {
        delayed.add(job);
    }

    @Override
    public Uni<Backlog> measure() {
        return Uni.createFrom()
                .item(() -> new Backlog(
                        Arrays.stream(JobKind.values()).collect(Collectors.toMap(Function.identity(), this::line)),
                        jobs.all().stream().filter(this::isDelayed).count(),
                        Duration.ZERO,
                        outbox.unsent(),
                        Duration.ZERO,
                        0));
    }

    private Backlog.Line line(JobKind kind) {
        List<Job> ofKind = jobs.all().stream().filter(job -> job.kind() == kind).toList();
        List<Job> waiting = ofKind.stream()
                .filter(job -> job.status().waiting() && !isDelayed(job))
                .toList();
        Instant now = clock.instant();
        return new Backlog.Line(
                waiting.size(),
                ofKind.stream().filter(job -> job.status() == JobStatus.RUNNING).count(),
                waiting.stream()
                        .map(job -> Duration.between(job.createdAt(), now))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private boolean isDelayed(Job job) {
        return job.status().waiting() && delayed.contains(job.id());
    }
}
