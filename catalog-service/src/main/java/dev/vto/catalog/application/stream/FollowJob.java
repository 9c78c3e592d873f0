package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.port.Jobs;
import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.project.Role;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Lets a user follow one job: from how it stands now, or on from what the user knows of it. */
public final class FollowJob {

    private final Access access;
    private final Jobs jobs;
    private final SentEvents events;
    private final ResumeStream resume;

    public FollowJob(Access access, Jobs jobs, SentEvents events, ResumeStream resume) {
        this.access = access;
        this.jobs = jobs;
        this.events = events;
        this.resume = resume;
    }

    /**
     * @param known the position up to which the user has the job's events
     * @param expires when the stream ends at the latest
     * @return empty where the job has ended and the user has all of its events
     */
    public Uni<Optional<Subscription>> follow(UserId user, JobId id, Optional<Long> known, Instant expires) {
        // The place is taken before the job is read: what the job does not show yet comes after it.
        return resume.after(known).chain(opening -> jobs.find(id)
                .map(found -> found.orElseThrow(() -> Rejected.notFound("job")))
                .call(job -> access.projectOf("job", job.projectId(), user, Role.VIEWER))
                .chain(job -> opening(opening, job)
                        .map(all -> all.map(beginning -> new Subscription(
                                new EventScope.OfJob(id),
                                new StreamRights.Reading(user, Optional.of(job.projectId())),
                                expires,
                                beginning)))));
    }

    private Uni<Optional<Opening>> opening(Opening opening, Job job) {
        return isOver(job, opening.position()).map(over -> {
            if (!opening.resumed()) {
                return Optional.of(opening.with(job, over));
            }
            return over ? Optional.empty() : Optional.of(opening);
        });
    }

    private Uni<Boolean> isOver(Job job, long position) {
        return job.status().ended()
                ? events.moreOf(job.id(), position).map(more -> !more)
                : Uni.createFrom().item(false);
    }
}
