package dev.vto.worker.contract;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** The ends of a run, and what each leaves a job in. */
public enum End {
    SUCCEED(JobStatus.SUCCEEDED) {
        @Override
        public Uni<Ended> of(ClaimedJob job, JobQueue queue) {
            return queue.succeed(job, Results.picture(job));
        }
    },
    FAIL(JobStatus.FAILED) {
        @Override
        public Uni<Ended> of(ClaimedJob job, JobQueue queue) {
            return queue.fail(job, Results.failure(FailureCode.MODERATED));
        }
    },
    RETRY_LATER(JobStatus.QUEUED) {
        @Override
        public Uni<Ended> of(ClaimedJob job, JobQueue queue) {
            return queue.retryLater(job, Results.failure(FailureCode.CAPACITY), Duration.ofSeconds(8));
        }
    },
    HAND_BACK(JobStatus.QUEUED) {
        @Override
        public Uni<Ended> of(ClaimedJob job, JobQueue queue) {
            return queue.handBack(job);
        }
    };

    private final JobStatus status;

    End(JobStatus status) {
        this.status = status;
    }

    public JobStatus status() {
        return status;
    }

    public abstract Uni<Ended> of(ClaimedJob job, JobQueue queue);
}
