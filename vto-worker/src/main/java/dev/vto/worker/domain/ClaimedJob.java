package dev.vto.worker.domain;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import dev.vto.shared.job.JobSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A job that this worker has claimed.
 *
 * @param claim the fence: whatever is written for this run carries it, and counts only while the row still has it
 * @param attempt counts from 1
 * @param waited since it was submitted, or came back to wait again
 * @param traceparent W3C trace context of the request that made it, or of this run where runs are traced; it is sent along to
 *     backends
 */
public record ClaimedJob(
        JobId id,
        int claim,
        int attempt,
        int maxAttempts,
        UserId ownerId,
        ProjectId projectId,
        @Nullable ProductId productId,
        JobSpec spec,
        Duration waited,
        @Nullable String traceparent) {

    public RunId run() {
        return new RunId(id, claim);
    }

    /** The same run within this trace context. */
    public ClaimedJob within(@Nullable String context) {
        return new ClaimedJob(id, claim, attempt, maxAttempts, ownerId, projectId, productId, spec, waited, context);
    }
}
