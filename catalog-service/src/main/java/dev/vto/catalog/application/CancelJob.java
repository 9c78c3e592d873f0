package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.Relay;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;

/** Asks for the end of a job. */
public final class CancelJob {

    /**
     * @param job as it is now
     * @param asked false where the job had ended already
     */
    public record Outcome(Job job, boolean asked) {}

    private final Access access;
    private final Jobs jobs;
    private final Relay relay;

    public CancelJob(Access access, Jobs jobs, Relay relay) {
        this.access = access;
        this.jobs = jobs;
        this.relay = relay;
    }

    public Uni<Outcome> cancel(UserId user, JobId id) {
        return find(id).call(job -> access.projectOf("job", job.projectId(), user, Role.EDITOR))
                .onItem()
                .transformToUni(job -> job.status().ended()
                        ? Uni.createFrom().item(new Outcome(job, false))
                        : jobs.cancel(id)
                                .invoke(relay::wake)
                                .chain(() -> find(id))
                                .map(now -> new Outcome(now, now.run().cancelRequestedAt() != null)));
    }

    private Uni<Job> find(JobId id) {
        return jobs.find(id).map(found -> found.orElseThrow(() -> Rejected.notFound("job")));
    }
}
