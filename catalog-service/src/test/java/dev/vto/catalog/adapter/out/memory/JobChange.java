package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.job.JobStatus;
import java.time.Instant;

/** A job on its way from one state to the next; each step makes a new one. */
record JobChange(Job job, JobStatus status, Instant queuedAt, Instant finishedAt, Instant cancelRequestedAt) {

    static JobChange of(Job job) {
        Job.Run run = job.run();
        return new JobChange(job, job.status(), run.queuedAt(), run.finishedAt(), run.cancelRequestedAt());
    }

    JobChange move(JobStatus.Move move) {
        return new JobChange(job, status.after(move), queuedAt, finishedAt, cancelRequestedAt);
    }

    JobChange queued(Instant now) {
        return new JobChange(job, status, now, finishedAt, cancelRequestedAt);
    }

    JobChange cancelAsked(Instant now) {
        return new JobChange(job, status, queuedAt, finishedAt, now);
    }

    /** The job after the change. */
    Job made(Instant now) {
        Job.Run run = job.run();
        boolean claimed = job.status().waiting() && status == JobStatus.RUNNING;
        return with(
                new Job.Run(
                        claimed ? run.attempt() + 1 : run.attempt(),
                        run.maxAttempts(),
                        null,
                        claimed ? "worker-1" : run.worker(),
                        run.errorCode(),
                        run.failReason(),
                        queuedAt,
                        claimed ? now : run.startedAt(),
                        status.ended() && finishedAt == null ? now : finishedAt,
                        cancelRequestedAt),
                job.results(),
                now);
    }

    /** The job with what it made. */
    Job made(Job.Results results) {
        return with(job.run(), results, job.updatedAt());
    }

    private Job with(Job.Run run, Job.Results results, Instant updatedAt) {
        return new Job(
                job.id(),
                job.projectId(),
                job.productId(),
                job.ownerId(),
                job.submittedBy(),
                job.kind(),
                status,
                job.spec(),
                job.priority(),
                job.progress(),
                job.queuePosition(),
                run,
                results,
                job.retryOf(),
                job.usedPointType(),
                job.usedAmount(),
                job.createdAt(),
                updatedAt);
    }
}
