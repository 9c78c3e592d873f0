package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Lets a user follow all jobs of their projects, and those that they submitted to projects shared with them. */
public final class FollowJobs {

    private final ResumeStream resume;

    public FollowJobs(ResumeStream resume) {
        this.resume = resume;
    }

    /**
     * @param known the position up to which the user has the events
     * @param expires when the stream ends at the latest
     */
    public Uni<Subscription> follow(UserId user, Optional<Long> known, Instant expires) {
        return resume.after(known)
                .map(opening -> new Subscription(
                        new EventScope.OfUser(user),
                        new StreamRights.Reading(user, Optional.empty()),
                        expires,
                        opening));
    }
}
