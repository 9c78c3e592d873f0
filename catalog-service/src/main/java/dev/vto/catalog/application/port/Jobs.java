package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Cap;
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
    record Filter(Set<JobStatus> statuses, Set<JobKind> kinds) {

        public static final Filter NONE = new Filter(Set.of(), Set.of());
    }

    /**
     * Saves the job with its doorbell and its {@code queued} event, all or nothing; fails as IMPOSSIBLE where the owner
     * has as many jobs that have not ended as the cap allows, or where the product is no live one of the project, as
     * NOT_FOUND where the project is not live, whoever else submits and deletes at the same time.
     */
    Uni<Job> submit(NewJob job, Cap openJobs);

    /** The job with its results and, while it waits, its place in the queue. */
    Uni<Optional<Job>> find(JobId id);

    /** As {@link #find(JobId)}, where the user may view the job's project. */
    Uni<Optional<Job>> find(JobId id, UserId viewer);

    /**
     * Jobs of the user's own projects, and those that the user submitted to projects of others that are still shared
     * with the user; of live projects only.
     *
     * @param project the only one whose jobs are listed, or empty for all
     */
    Uni<Page<Job>> listOfUser(UserId user, Optional<ProjectId> project, Filter filter, Page.Request page);

    Uni<Page<Job>> listOfProject(ProjectId project, Filter filter, Page.Request page);

    /**
     * Asks for the end of a job: one that waits ends at once, one that runs within two heartbeats. Asking again, or for
     * one that ended, changes nothing.
     */
    Uni<Void> cancel(JobId id);
}
