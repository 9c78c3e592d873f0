package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.domain.job.Job;
import dev.vto.shared.adapter.job.JobSpecJson;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.id.VideoId;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.media.PhotoRef;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
@Schema(name = "Job")
record JobView(
        UUID id,
        UUID projectId,
        @Nullable UUID productId,
        JobKind kind,
        JobStatus status,
        @Schema(minimum = "0", maximum = "1") double progress,
        @Schema(description = "Of a single job only, while it waits; counted to 1,000.") @Nullable
                Integer queuePosition,
        int priority,
        @Schema(description = "The last one, from 1; 0 before the first.") int attempt,
        int maxAttempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String worker,
        @Schema(implementation = JobSpecView.class) @JsonRawValue String spec,
        List<UUID> imageIds,
        List<UUID> videoIds,
        @Nullable UUID letterId,
        @Nullable String errorCode,
        @Nullable String failReason,
        @Schema(description = "The job that this one tries again.") @Nullable UUID retryOf,
        @Nullable UUID submittedBy,
        @Nullable String usedPointType,
        int usedAmount,
        Instant createdAt,
        @Nullable Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant cancelRequestedAt,
        Instant updatedAt) {

    /** A stored photo in a field that holds photos; within a text of the user's every quote has a backslash. */
    private static final Pattern STORED = Pattern.compile(Stream.concat(
                    Stream.of("photo", "imageUrl"),
                    Arrays.stream(PhotoSlot.values()).map(PhotoSlot::wireName))
            .collect(Collectors.joining("|", "\"(", ")\":\"(media:[^\"]+)\"")));

    static JobView of(Job job, MediaUrls urls) {
        Job.Run run = job.run();
        return new JobView(
                job.id().value(),
                job.projectId().value(),
                Optional.ofNullable(job.productId()).map(ProductId::value).orElse(null),
                job.kind(),
                job.status(),
                Math.round(job.progress() * 1000) / 1000.0,
                job.queuePosition(),
                job.priority(),
                run.attempt(),
                run.maxAttempts(),
                run.nextAttemptAt(),
                run.worker(),
                spec(job, urls),
                job.results().images().stream().map(ImageId::value).toList(),
                job.results().videos().stream().map(VideoId::value).toList(),
                Optional.ofNullable(job.results().letter()).map(LetterId::value).orElse(null),
                run.errorCode(),
                run.failReason(),
                Optional.ofNullable(job.retryOf()).map(JobId::value).orElse(null),
                Optional.ofNullable(job.submittedBy()).map(UserId::value).orElse(null),
                job.usedPointType(),
                job.usedAmount(),
                job.createdAt(),
                run.queuedAt(),
                run.startedAt(),
                run.finishedAt(),
                run.cancelRequestedAt(),
                job.updatedAt());
    }

    /** Stored photos are shown by URLs that open; a key and a URL hold nothing that JSON would escape. */
    private static String spec(Job job, MediaUrls urls) {
        return STORED.matcher(JobSpecJson.write(job.spec()))
                .replaceAll(match -> "\"" + match.group(1) + "\":\"" + urls.urlOf(new PhotoRef(match.group(2))) + "\"");
    }
}
