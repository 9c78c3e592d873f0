package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.port.SentEvents;
import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.domain.job.EventScope;
import dev.vto.catalog.domain.job.JobEvent;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * One open stream. It knows the position up to which its reader has everything, reads on from there until it is where
 * the feed is, and then listens to the feed: so there is neither a gap nor a repeat. Where its reader does not keep up
 * it leaves the feed and reads on by itself, at the reader's pace: nothing is kept for whoever is slow. What it does to
 * its reader it does on the reader's turn, one after the other.
 */
public final class JobStream {

    private static final int PAGE = 100;
    private static final Duration READ_LIMIT = Duration.ofSeconds(20);

    private final Subscription subscription;
    private final StreamReader reader;
    private final JobFeed feed;
    private final SentEvents events;
    private final Clock clock;
    private final BiConsumer<JobStream, Ending> onEnd;
    private volatile long position;
    private volatile long active;
    private volatile boolean ended;
    private boolean listening;
    private boolean recent;

    JobStream(
            Subscription subscription,
            StreamReader reader,
            JobFeed feed,
            SentEvents events,
            Clock clock,
            BiConsumer<JobStream, Ending> onEnd) {
        this.subscription = subscription;
        this.reader = reader;
        this.feed = feed;
        this.events = events;
        this.clock = clock;
        this.onEnd = onEnd;
        this.position = subscription.opening().position();
        this.recent = !subscription.opening().resumed();
        this.active = clock.millis();
    }

    EventScope scope() {
        return subscription.scope();
    }

    StreamRights.Reading reading() {
        return subscription.reading();
    }

    /** Its reader has everything up to here. */
    long position() {
        return position;
    }

    /** Whether its position was that of the feed, or the newest, a moment ago. */
    boolean isRecent() {
        return recent;
    }

    void begin() {
        reader.begin(subscription.opening());
        if (subscription.opening().over()) {
            finish(Ending.COMPLETE);
        } else {
            catchUp();
        }
    }

    /** An event of its scope came; called by the feed, in their order. */
    void hear(JobEvent event) {
        reader.run(() -> {
            if (ended || !listening || event.position() <= position) {
                return;
            }
            if (reader.full()) {
                listening = false;
                recent = false;
                feed.leave(this);
                catchUp();
            } else {
                send(event);
            }
        });
    }

    /** Ends it where its time is over, and shows that it is alive where nothing was sent for so long. */
    void tick(Instant now, Duration heartbeat) {
        if (!now.isBefore(subscription.expires())) {
            end(Ending.EXPIRED);
        } else if (now.toEpochMilli() - active >= heartbeat.toMillis()) {
            reader.run(this::beat);
        }
    }

    /** Ends it on the reader's next turn, unless it has ended already. */
    public void end(Ending ending) {
        reader.run(() -> finish(ending));
    }

    private void catchUp() {
        if (ended) {
            return;
        }
        if (reader.full()) {
            reader.whenDrained(this::catchUp);
            return;
        }
        listening = feed.join(this);
        if (!listening) {
            feed.position()
                    .chain(this::readUpTo)
                    .ifNoItem()
                    .after(READ_LIMIT)
                    .fail()
                    .subscribe()
                    .with(page -> reader.run(() -> sendPage(page)), failure -> end(Ending.FAILED));
        }
    }

    /** @param whole whether there is nothing else up to its end */
    private record Page(List<JobEvent> events, long end, boolean whole) {}

    private Uni<Page> readUpTo(long end) {
        return events.of(scope(), position, end, PAGE).map(found -> new Page(found, end, found.size() < PAGE));
    }

    private void sendPage(Page page) {
        for (JobEvent event : page.events()) {
            if (ended || reader.full()) {
                catchUp();
                return;
            }
            send(event);
        }
        if (page.whole()) {
            position = Math.max(position, page.end());
            recent = true;
        }
        catchUp();
    }

    private void send(JobEvent event) {
        reader.send(event);
        position = event.position();
        active = clock.millis();
        if (event.type().last() && scope() instanceof EventScope.OfJob) {
            finish(Ending.COMPLETE);
        }
    }

    /** A reader that has taken nothing since the last one is gone, or as good as. */
    private void beat() {
        if (ended) {
            return;
        }
        active = clock.millis();
        if (reader.full()) {
            finish(Ending.SLOW);
        } else {
            reader.beat();
        }
    }

    private void finish(Ending ending) {
        if (ended) {
            return;
        }
        ended = true;
        feed.leave(this);
        onEnd.accept(this, ending);
        reader.end(ending);
    }
}
