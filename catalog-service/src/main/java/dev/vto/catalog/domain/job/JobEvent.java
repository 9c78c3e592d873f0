package dev.vto.catalog.domain.job;

import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event of a job that was sent.
 *
 * @param position rises in the order of sending
 * @param users whose job it is: the project's owner, and who submitted it as long as the project is shared with them
 * @param value the event's JSON, as it was sent
 */
public record JobEvent(long position, JobEventType type, JobId job, Set<UserId> users, String value) {

    public JobEvent {
        users = Set.copyOf(users);
    }

    /** Every scope that it is in. */
    public List<EventScope> scopes() {
        return Stream.<EventScope>concat(
                        Stream.of(new EventScope.OfJob(job)), users.stream().map(EventScope.OfUser::new))
                .toList();
    }
}
