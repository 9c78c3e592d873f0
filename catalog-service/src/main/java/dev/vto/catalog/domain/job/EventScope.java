package dev.vto.catalog.domain.job;

import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;

/** Which events belong together in a stream. */
public sealed interface EventScope {

    /** Those of one job. */
    record OfJob(JobId job) implements EventScope {}

    /** Those of all jobs of a user: of the user's own projects, or submitted by the user. */
    record OfUser(UserId user) implements EventScope {}
}
