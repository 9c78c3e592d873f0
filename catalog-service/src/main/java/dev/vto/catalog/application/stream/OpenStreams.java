package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The streams that are open in this instance: how many there may be, and what befalls all of them. */
public final class OpenStreams {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /**
     * How many streams there may be.
     *
     * @param heartbeat after how long a stream that sent nothing shows that it is alive
     */
    public record Limits(int perUser, int perInstance, Duration heartbeat) {}

    private final JobFeed feed;
    private final SentEvents events;
    private final StreamRights rights;
    private final Clock clock;
    private final Limits limits;
    private final Set<JobStream> open = ConcurrentHashMap.newKeySet();
    private final Map<UserId, Integer> byUser = new HashMap<>();
    private final Tally<Ending> endings = new Tally<>(Ending.class);
    private final Tally<Refusal> refusals = new Tally<>(Refusal.class);
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private boolean stopping;

    public OpenStreams(JobFeed feed, SentEvents events, StreamRights rights, Clock clock, Limits limits) {
        this.feed = feed;
        this.events = events;
        this.rights = rights;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Opens a stream and begins it, on the reader's turn.
     *
     * @throws Rejected RATE_LIMITED or UNAVAILABLE where the user cannot open another one now
     */
    public JobStream open(Subscription subscription, StreamReader reader) {
        JobStream stream = new JobStream(subscription, reader, feed, events, clock, this::ended);
        admit(stream);
        stream.begin();
        return stream;
    }

    public int size() {
        return open.size();
    }

    /** How many streams ended so. */
    public long ended(Ending ending) {
        return endings.of(ending);
    }

    /** How many streams were refused for this reason. */
    public long refused(Refusal reason) {
        return refusals.of(reason);
    }

    /** To be called about once a second: ends what has expired, and keeps the others alive. */
    public void tick() {
        Instant now = clock.instant();
        open.forEach(stream -> stream.tick(now, limits.heartbeat()));
    }

    /** Ends the streams of those that may no longer read them. */
    public Uni<Void> endRevoked() {
        Set<StreamRights.Reading> readings =
                open.stream().map(JobStream::reading).collect(Collectors.toSet());
        if (readings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return rights.lost(readings)
                .invoke(lost -> open.stream()
                        .filter(stream -> lost.contains(stream.reading()))
                        .forEach(stream -> stream.end(Ending.REVOKED)))
                .replaceWithVoid();
    }

    /**
     * Ends all streams and takes no more.
     *
     * @return completes when the last one has ended
     */
    public synchronized CompletableFuture<Void> stop() {
        stopping = true;
        open.forEach(stream -> stream.end(Ending.SHUTDOWN));
        tellWhenStopped();
        return stopped;
    }

    private synchronized void admit(JobStream stream) {
        if (stopping || open.size() >= limits.perInstance()) {
            refusals.count(Refusal.INSTANCE);
            throw Rejected.unavailable("no_room_for_streams", "This instance takes no more streams now.", RETRY_AFTER);
        }
        UserId user = stream.reading().user();
        if (byUser.getOrDefault(user, 0) >= limits.perUser()) {
            refusals.count(Refusal.USER);
            throw Rejected.rateLimited(
                    "too_many_streams", "A user may have " + limits.perUser() + " streams open at once.", RETRY_AFTER);
        }
        byUser.merge(user, 1, Integer::sum);
        open.add(stream);
    }

    private synchronized void ended(JobStream stream, Ending ending) {
        endings.count(ending);
        byUser.computeIfPresent(stream.reading().user(), (user, count) -> count == 1 ? null : count - 1);
        open.remove(stream);
        tellWhenStopped();
    }

    private void tellWhenStopped() {
        if (stopping && open.isEmpty()) {
            stopped.complete(null);
        }
    }
}
