package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.port.SentEvents;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds where a stream begins: after what its reader knows, or anew where that is too long ago. */
public final class ResumeStream {

    private final JobFeed feed;
    private final SentEvents events;

    public ResumeStream(JobFeed feed, SentEvents events) {
        this.feed = feed;
        this.events = events;
    }

    Uni<Opening> after(Optional<Long> known) {
        return known.map(position -> events.kept()
                        .chain(kept -> kept.allAfter(position)
                                ? Uni.createFrom().item(Opening.resumed(position))
                                : anew(true)))
                .orElseGet(() -> anew(false));
    }

    private Uni<Opening> anew(boolean reset) {
        return feed.position().map(position -> Opening.anew(position, reset));
    }
}
