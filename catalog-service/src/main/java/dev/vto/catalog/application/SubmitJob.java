package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.domain.Cap;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobSpec;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Accepts a job: checked against the project as it is now, saved with its events, and announced. */
public final class SubmitJob {

    /** What the operator allows. */
    public record Limits(int maxPriority, int maxAttempts, Cap openJobs) {}

    private final Access access;
    private final SpecifyJob specify;
    private final Jobs jobs;
    private final Relay relay;
    private final Supplier<UUID> ids;
    private final LongSupplier seeds;
    private final Limits limits;

    public SubmitJob(
            Access access,
            SpecifyJob specify,
            Jobs jobs,
            Relay relay,
            Supplier<UUID> ids,
            LongSupplier seeds,
            Limits limits) {
        this.access = access;
        this.specify = specify;
        this.jobs = jobs;
        this.relay = relay;
        this.ids = ids;
        this.seeds = seeds;
        this.limits = limits;
    }

    public Uni<Job> submit(UserId user, ProjectId projectId, JobRequest request) {
        if (request.priority() > limits.maxPriority()) {
            return Uni.createFrom()
                    .failure(Rejected.impossible(
                            "priority_too_high",
                            "priority is at most " + limits.maxPriority() + " here, not " + request.priority() + "."));
        }
        long seed = request.seed() == null ? seeds.getAsLong() : request.seed();
        return access.project(projectId, user, Role.EDITOR)
                .onItem()
                .transformToUni(project -> specify.specify(user, project, request, seed)
                        .onItem()
                        .transformToUni(spec -> jobs.submit(newJob(user, project, request, spec), limits.openJobs())))
                .invoke(relay::wake);
    }

    private NewJob newJob(UserId user, Project project, JobRequest request, JobSpec spec) {
        return new NewJob(
                new JobId(ids.get()),
                project.id(),
                request.productId().orElse(null),
                project.ownerId(),
                user,
                spec,
                request.priority(),
                limits.maxAttempts(),
                null,
                request.usedPointType(),
                request.usedAmount());
    }
}
