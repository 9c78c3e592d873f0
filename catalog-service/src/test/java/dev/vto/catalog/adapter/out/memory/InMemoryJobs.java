package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.product.Product;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobStatus;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Jobs in a map, and their events in an outbox. */
public final class InMemoryJobs implements Jobs {

    /** Who is claimed first. */
    private static final Comparator<Queued> CLAIM_ORDER = Comparator.comparing(
                    (Queued queued) -> queued.job().priority(), Comparator.reverseOrder())
            .thenComparing(Queued::rank)
            .thenComparing(queued -> queued.job().id().toString());

    private record Queued(Job job, long rank) {}

    private final LiveValues<Queued> jobs =
            new LiveValues<>(queued -> queued.job().id().value());
    private final InMemoryProjects projects;
    private final InMemoryProducts products;
    private final InMemoryResults results;
    private final InMemoryOutbox outbox;
    private final Clock clock;

    public InMemoryJobs(
            InMemoryProjects projects,
            InMemoryProducts products,
            InMemoryResults results,
            InMemoryOutbox outbox,
            Clock clock) {
        this.projects = projects;
        this.products = products;
        this.results = results;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Job> submit(NewJob job, Cap openJobs) {
        return Uni.createFrom().item(() -> save(job, openJobs));
    }

    @Override
    public Uni<Optional<Job>> find(JobId id) {
        return Uni.createFrom().item(() -> jobs.find(id.value())
                .map(queued -> withResults(queued.job()).withQueuePosition(placeOf(queued))));
    }

    @Override
    public Uni<Optional<Job>> find(JobId id, UserId viewer) {
        return find(id).map(found -> found.filter(job -> projects.isSeenBy(viewer, job.projectId())));
    }

    @Override
    public Uni<Page<Job>> listOfUser(UserId user, Optional<ProjectId> project, Filter filter, Page.Request page) {
        return list(
                page,
                job -> (job.ownerId().equals(user) || user.equals(job.submittedBy()))
                        && project.map(job.projectId()::equals).orElse(true)
                        && projects.isSeenBy(user, job.projectId())
                        && matches(filter, job));
    }

    @Override
    public Uni<Page<Job>> listOfProject(ProjectId project, Filter filter, Page.Request page) {
        return list(page, job -> job.projectId().equals(project) && matches(filter, job));
    }

    private static boolean matches(Filter filter, Job job) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(job.status()))
                && (filter.kinds().isEmpty() || filter.kinds().contains(job.kind()));
    }

    @Override
    public Uni<Void> cancel(JobId id) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> jobs.find(id.value()).map(Queued::job).ifPresent(job -> {
                    if (job.status().waiting()) {
                        change(
                                id,
                                JobChange.of(job).cancelAsked(clock.instant()).move(JobStatus.Move.CANCEL));
                        outbox.save(id, JobEventType.CANCELED);
                    } else if (!job.status().ended() && job.run().cancelRequestedAt() == null) {
                        change(id, JobChange.of(job).cancelAsked(clock.instant()));
                    }
                }));
    }

    List<Job> all() {
        return jobs.all(queued -> true).stream().map(Queued::job).toList();
    }

    /** The doorbell was carried. */
    void published(JobId id) {
        jobs.find(id.value())
                .map(Queued::job)
                .filter(job -> job.status() == JobStatus.PENDING)
                .ifPresent(job -> {
                    change(id, JobChange.of(job).queued(clock.instant()).move(JobStatus.Move.PUBLISH));
                });
    }

    void claimed(JobId id) {
        change(id, JobChange.of(require(id)).move(JobStatus.Move.CLAIM));
    }

    void succeeded(JobId id) {
        change(id, JobChange.of(require(id)).move(JobStatus.Move.SUCCEED));
    }

    void failed(JobId id) {
        change(id, JobChange.of(require(id)).move(JobStatus.Move.FAIL));
    }

    private Job require(JobId id) {
        return jobs.find(id.value()).orElseThrow().job();
    }

    private void change(JobId id, JobChange change) {
        jobs.change(id.value(), queued -> new Queued(change.made(clock.instant()), queued.rank()));
    }

    private synchronized Job save(NewJob submitted, Cap openJobs) {
        projects.require(submitted.projectId());
        if (submitted.productId() != null && !products.isIn(submitted.productId(), submitted.projectId())) {
            throw Product.unknown();
        }
        openJobs.requireRoom(jobs.all(open ->
                        !open.job().status().ended() && open.job().ownerId().equals(submitted.ownerId()))
                .size());
        long rank = 1
                + jobs
                        .all(waiting -> waiting.job().status().waiting()
                                && waiting.job().ownerId().equals(submitted.ownerId())
                                && waiting.job().priority() == submitted.priority())
                        .stream()
                        .mapToLong(Queued::rank)
                        .max()
                        .orElse(0);
        Job job = Job.submitted(submitted, clock.instant());
        jobs.add(new Queued(job, rank));
        outbox.save(job.id(), JobEventType.REQUESTED);
        outbox.save(job.id(), JobEventType.QUEUED);
        return job;
    }

    private Integer placeOf(Queued queued) {
        if (!queued.job().status().waiting()) {
            return null;
        }
        List<Queued> ahead =
                jobs.all(other -> other.job().status().waiting() && CLAIM_ORDER.compare(other, queued) < 0);
        return ahead.size() + 1;
    }

    private Uni<Page<Job>> list(Page.Request page, Predicate<Job> wanted) {
        return Uni.createFrom()
                .item(() -> jobs.page(queued -> wanted.test(queued.job()), page))
                .map(found -> new Page<>(
                        found.items().stream()
                                .map(Queued::job)
                                .map(this::withResults)
                                .toList(),
                        found.next()));
    }

    private Job withResults(Job job) {
        return JobChange.of(job).made(results.madeBy(job.id()));
    }
}
