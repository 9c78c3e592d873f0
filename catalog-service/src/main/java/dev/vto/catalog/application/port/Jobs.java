package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.job.NewJob;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Jobs, and with each change the events that tell of it. */
public interface Jobs {

    /** What a list of jobs is narrowed to; an empty set stands for all. */
    record Filter(Optional<ProjectId> project, Set<JobStatus> statuses, Set<JobKind> kinds) {}

    /** Saves the job with its doorbell and its {@code queued} event, all or nothing. */
    Uni<Job> submit(NewJob job);

    /** The job with its results and, while it waits, its place in the queue. */
    Uni<Optional<Job>> find(JobId id);

    /** Jobs of the user's own projects, or submitted by the user. */
    Uni<Page<Job>> listOfUser(UserId user, Filter filter, Page.Request page);

    Uni<Page<Job>> listOfProject(ProjectId project, Page.Request page);

    /**
     * Asks for the end of a job: one that waits ends at once, one that runs within two heartbeats. Asking again, or for
     * one that ended, changes nothing.
     */
    Uni<Void> cancel(JobId id);
}
