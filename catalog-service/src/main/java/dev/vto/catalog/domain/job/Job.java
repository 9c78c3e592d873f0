package dev.vto.catalog.domain.job;

import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.JobStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as its row tells.
 *
 * @param progress 0 to 1
 * @param queuePosition how many jobs are claimed before this one, plus one; null unless asked for and waiting
 * @param run what workers recorded: the last attempt's worker and start
 */
public record Job(
        JobId id,
        ProjectId projectId,
        @Nullable ProductId productId,
        UserId ownerId,
        @Nullable UserId submittedBy,
        JobKind kind,
        JobStatus status,
        JobSpec spec,
        int priority,
        double progress,
        @Nullable Integer queuePosition,
        Run run,
        Results results,
        @Nullable JobId retryOf,
        @Nullable String usedPointType,
        int usedAmount,
        Instant createdAt,
        Instant updatedAt) {

    /** How the job went so far. */
    public record Run(
            int attempt,
            int maxAttempts,
            @Nullable Instant nextAttemptAt,
            @Nullable String worker,
            @Nullable String errorCode,
            @Nullable String failReason,
            @Nullable Instant queuedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant cancelRequestedAt) {}

    /** What the job made, in order. */
    public record Results(List<ImageId> images, List<VideoId> videos, @Nullable LetterId letter) {

        public static final Results NONE = new Results(List.of(), List.of(), null);
    }

    public Job withQueuePosition(@Nullable Integer position) {
        return new Job(
                id,
                projectId,
                productId,
                ownerId,
                submittedBy,
                kind,
                status,
                spec,
                priority,
                progress,
                position,
                run,
                results,
                retryOf,
                usedPointType,
                usedAmount,
                createdAt,
                updatedAt);
    }
}
