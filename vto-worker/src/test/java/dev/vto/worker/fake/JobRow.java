package dev.vto.worker.fake;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.JobStatus.Move;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.NewJob;
import java.time.Instant;

/** A job of {@link InMemoryJobQueue}, and how it moves. */
final class JobRow {

    final NewJob job;
    JobStatus status = JobStatus.PENDING;
    int claim;
    int attempt;
    int losses;
    double progress;
    Instant heartbeatAt;
    Instant nextAttemptAt;
    boolean cancelRequested;
    boolean parentDeleted;
    String errorCode;
    String failReason;
    String traceparent;

    JobRow(NewJob job) {
        this.job = job;
    }

    boolean isRunOf(ClaimedJob run) {
        return status == JobStatus.RUNNING && claim == run.claim();
    }

    ClaimedJob claimedAt(Instant now) {
        status = status.after(Move.CLAIM);
        claim++;
        attempt++;
        progress = 0;
        heartbeatAt = now;
        errorCode = null;
        failReason = null;
        return job.claimed(claim, attempt).within(traceparent);
    }

    void leave(Move move) {
        status = status.after(cancelRequested || parentDeleted && move == Move.SUCCEED ? Move.CANCEL : move);
        heartbeatAt = null;
    }

    void rescue(int maxLosses) {
        losses++;
        attempt--;
        leave(losses >= maxLosses ? Move.FAIL : Move.RESCUE);
        if (status == JobStatus.FAILED) {
            explain(FailureCode.WORKER_LOST.wireName(), FailureCode.WORKER_LOST.sentence());
        }
    }

    void explain(GenerationFailed failure) {
        explain(failure.code().wireName(), failure.sentence());
    }

    private void explain(String code, String sentence) {
        errorCode = code;
        failReason = sentence;
    }
}
