package dev.vto.catalog.domain.job;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobSpec;
import org.jspecify.annotations.Nullable;

/**
 * A job that is about to be saved.
 *
 * @param ownerId the project's owner, to whom rows and files will belong
 * @param submittedBy who asked for it
 * @param priority 0-9, 9 first
 */
public record NewJob(
        JobId id,
        ProjectId projectId,
        @Nullable ProductId productId,
        UserId ownerId,
        UserId submittedBy,
        JobSpec spec,
        int priority,
        int maxAttempts,
        @Nullable JobId retryOf,
        @Nullable String usedPointType,
        int usedAmount) {}
