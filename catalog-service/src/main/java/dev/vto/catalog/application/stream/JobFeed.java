package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.JobEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the sent events once for all streams of this instance, in the order of their positions, and hands each to the
 * streams that it concerns. While no stream listens it reads nothing.
 */
public final class JobFeed {

    private static final int PAGE = 500;

    private final SentEvents events;
    private final Map<EventScope, Set<JobStream>> listening = new HashMap<>();

    /** Whoever listens has had every event of its scope up to here, and is to have those that follow. */
    private long read;

    public JobFeed(SentEvents events) {
        this.events = events;
    }

    /** How far it has read, or where nobody listens, the newest position. */
    Uni<Long> position() {
        return Uni.createFrom().deferred(() -> reading()
                .map(from -> Uni.createFrom().item(from))
                .orElseGet(() -> events.kept().map(SentEvents.Kept::newest)));
    }

    /**
     * Reads on. One call at a time.
     *
     * @return whether there may be more to read at once
     */
    public Uni<Boolean> advance() {
        return reading()
                .map(from -> events.after(from, PAGE)
                        .invoke(found -> hand(found, from))
                        .map(found -> found.size() == PAGE))
                .orElseGet(() -> Uni.createFrom().item(false));
    }

    /** Whether somebody listens and it has yet to read up to this position. */
    public boolean isBehind(long position) {
        return reading().filter(from -> from < position).isPresent();
    }

    /**
     * From now on the stream has every event of its scope that comes after its position. The first one to listen says
     * where the feed goes on; so it must not be far behind.
     *
     * @return false where it first has to read events up to {@link #position} by itself
     */
    synchronized boolean join(JobStream stream) {
        if (listening.isEmpty() && stream.isRecent()) {
            read = stream.position();
        } else if (listening.isEmpty() || stream.position() < read) {
            return false;
        }
        listening.computeIfAbsent(stream.scope(), scope -> new HashSet<>()).add(stream);
        return true;
    }

    synchronized void leave(JobStream stream) {
        listening.computeIfPresent(stream.scope(), (scope, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void hand(List<JobEvent> found, long from) {
        long last = from;
        for (JobEvent event : found) {
            concerned(event, last).forEach(stream -> stream.hear(event));
            last = event.position();
        }
    }

    /** Nobody where the feed was told meanwhile to go on somewhere else: this is read again from there. */
    private synchronized List<JobStream> concerned(JobEvent event, long last) {
        if (read != last) {
            return List.of();
        }
        read = event.position();
        List<JobStream> streams = new ArrayList<>();
        for (EventScope scope : event.scopes()) {
            streams.addAll(listening.getOrDefault(scope, Set.of()));
        }
        return streams;
    }

    /** How far it has read, where somebody listens. */
    private synchronized Optional<Long> reading() {
        return listening.isEmpty() ? Optional.empty() : Optional.of(read);
    }
}
