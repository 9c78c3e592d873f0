package dev.vto.catalog.domain.job;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.VideoSpec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** A job as it is right after it was saved. */
    public static Job submitted(NewJob job, Instant at) {
        return new Job(
                job.id(),
                job.projectId(),
                job.productId(),
                job.ownerId(),
                job.submittedBy(),
                job.spec().kind(),
                JobStatus.PENDING,
                job.spec(),
                job.priority(),
                0,
                null,
                new Run(0, job.maxAttempts(), null, null, null, null, null, null, null, null),
                Results.NONE,
                job.retryOf(),
                job.usedPointType(),
                job.usedAmount(),
                at,
                at);
    }

    /** The products that the job is of. */
    public Set<ProductId> products() {
        if (spec instanceof ImageSpec images) {
            return productsOf(images.outfits());
        }
        if (spec instanceof LetterSpec letter) {
            return productsOf(letter.outfits());
        }
        return productId == null ? Set.of() : Set.of(productId);
    }

    /** The images that the job shows. */
    public List<ImageId> sources() {
        return spec instanceof VideoSpec video
                ? video.images().stream()
                        .map(VideoSpec.Source::imageId)
                        .distinct()
                        .toList()
                : List.of();
    }

    /**
     * A new job for the same.
     *
     * @param maxPriority what may be asked for now
     * @throws Rejected as CONFLICT unless this one failed or was canceled
     */
    public NewJob again(JobId newId, UserId submitter, int maxPriority, int maxAttempts) {
        if (status != JobStatus.FAILED && status != JobStatus.CANCELED) {
            throw Rejected.conflict(
                    "not_retryable", "A job that is FAILED or CANCELED can be retried; this one is " + status + ".");
        }
        return new NewJob(
                newId,
                projectId,
                productId,
                ownerId,
                submitter,
                spec,
                Math.min(priority, maxPriority),
                maxAttempts,
                id,
                usedPointType,
                usedAmount);
    }

    private static Set<ProductId> productsOf(List<Outfit> outfits) {
        return outfits.stream().map(Outfit::productId).collect(Collectors.toSet());
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
