package dev.vto.worker.application;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.RetryPolicy;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.util.function.DoubleSupplier;

/** Turns however a run came out into exactly one change of its job. */
public final class EndRun {

    private final JobQueue queue;
    private final MediaStore media;
    private final RetryPolicy retries;
    private final DoubleSupplier random;

    public EndRun(JobQueue queue, MediaStore media, RetryPolicy retries, DoubleSupplier random) {
        this.queue = queue;
        this.media = media;
        this.retries = retries;
        this.random = random;
    }

    /** The results count, or their files are removed. */
    public Uni<Ended> succeeded(ClaimedJob job, Made made) {
        return queue.succeed(job, made)
                .call(ended -> ended == Ended.DONE ? Uni.createFrom().voidItem() : discard(made));
    }

    /** Removes the files of results that count no more. */
    public Uni<Void> discard(Made made) {
        return media.remove(made.files());
    }

    /**
     * The row tells whether the job was cancelled, taken away, or is to wait for another worker. What was made at the
     * moment when the run was stopped has reached nobody, so all its files are removed.
     */
    public Uni<Ended> interrupted(ClaimedJob job) {
        return queue.handBack(job).call(ended -> media.removeFolder(RunFiles.folder(job)));
    }

    /** Another attempt, where the failure may pass and attempts are left; the end of the job otherwise. */
    public Uni<Ended> failed(ClaimedJob job, Throwable cause) {
        GenerationFailed failure = cause instanceof GenerationFailed known
                ? known
                : new GenerationFailed(
                        FailureCode.INTERNAL, FailureCode.INTERNAL.sentence(), cause.toString(), null, cause);
        boolean again = failure.code().retryable() && job.attempt() < job.maxAttempts();
        return again
                ? queue.retryLater(
                        job,
                        failure,
                        retries.delayAfter(job.attempt(), failure.retryAfter().orElse(null), random.getAsDouble()))
                : queue.fail(job, failure);
    }
}
