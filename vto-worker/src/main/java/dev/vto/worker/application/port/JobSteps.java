package dev.vto.worker.application.port;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has come of the calls that a job makes to its backend, until the job ends. Whatever a run writes is fenced by
 * (id, claim): it fails with {@link java.util.concurrent.CancellationException} where the job is no longer this run's.
 */
public interface JobSteps {

    /**
     * A call as it is known.
     *
     * @param backendJob the backend's own job, or null where none was submitted
     * @param result what it has made, or null where it is not finished
     */
    record Step(@Nullable String backendJob, @Nullable Result result) {}

    /**
     * @param file under a key of the job
     * @param seconds length of a video, 0 of a picture
     */
    record Result(Made.StoredFile file, double seconds) {}

    /**
     * What is still known of a call of a job that has ended.
     *
     * @param backendJob the backend's own job where that may still go on, or null
     */
    record Leftover(
            UserId ownerId, JobId job, String step, JobKind kind, String provider, @Nullable String backendJob) {}

    /**
     * Begins a call, or takes it up again.
     *
     * @param step names the call within the job
     * @param by who is called; what another backend or model has left of the same call is dropped
     */
    Uni<Step> begin(ClaimedJob job, String step, Made.Origin by);

    /** The backend has taken the call as a job of its own. */
    Uni<Void> submitted(ClaimedJob job, String step, String backendJob);

    /** The backend's job is of no use any more. */
    Uni<Void> forget(ClaimedJob job, String step);

    /** The result is stored. */
    Uni<Void> finish(ClaimedJob job, String step, Result result);

    /**
     * Calls of jobs that have ended.
     *
     * @param providers the backends that the asker can reach; what others may still be running is left for an hour to
     *     workers that can reach those
     */
    Uni<List<Leftover>> leftovers(Set<String> providers, int most);

    /** Removes what is known of these calls. */
    Uni<Void> remove(List<Leftover> leftovers);
}
