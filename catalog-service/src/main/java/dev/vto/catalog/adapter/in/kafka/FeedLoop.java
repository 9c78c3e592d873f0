package dev.vto.catalog.adapter.in.kafka;

import dev.vto.catalog.application.stream.JobFeed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Says when the feed reads on: soon after an event was heard of, again and ever later as long as the relay has not
 * marked it as sent, and once a second in any case. All of it on one Vert.x context.
 */
@ApplicationScoped
class FeedLoop {

    private static final Logger LOG = Logger.getLogger(FeedLoop.class);

    /** About as long as the relay takes to mark what Kafka acknowledged; it also bounds how often is read. */
    private static final Duration SOON = Duration.ofMillis(5);

    private static final Duration IDLE = Duration.ofSeconds(1);

    private final JobFeed feed;
    private final Vertx vertx;
    private final Context turn;
    private boolean running;
    private boolean reading;
    private long heard;
    private long timer;

    /** Until the timer fires. */
    private Duration due = IDLE;

    /** Before it is tried again to read what was heard of. */
    private Duration patience = SOON;

    FeedLoop(JobFeed feed, Vertx vertx) {
        this.feed = feed;
        this.vertx = vertx;
        this.turn = vertx.getOrCreateContext();
    }

    void onStart(@Observes StartupEvent event) {
        turn.runOnContext(start -> {
            running = true;
            readIn(IDLE);
        });
    }

    void onStop(@Observes ShutdownEvent event) {
        turn.runOnContext(stop -> {
            running = false;
            vertx.cancelTimer(timer);
        });
    }

    /** An event with this position was heard of. */
    void hurry(long position) {
        turn.runOnContext(now -> {
            heard = Math.max(heard, position);
            patience = SOON;
            boolean sleeps = running && !reading && due.compareTo(IDLE) == 0;
            if (sleeps && vertx.cancelTimer(timer)) {
                readIn(SOON);
            }
        });
    }

    private void readIn(Duration time) {
        due = time;
        timer = vertx.setTimer(time.toMillis(), fired -> turn.runOnContext(now -> read()));
    }

    private void read() {
        reading = true;
        feed.advance()
                .subscribe()
                .with(
                        more -> turn.runOnContext(now -> readOn(more)),
                        failure -> turn.runOnContext(now -> {
                            LOG.debug("the feed could not be read; it is tried again", failure);
                            readOn(false);
                        }));
    }

    private void readOn(boolean more) {
        reading = false;
        if (!running) {
            return;
        }
        if (more) {
            read();
        } else if (feed.isBehind(heard)) {
            readIn(patience);
            Duration longer = patience.multipliedBy(2);
            patience = longer.compareTo(IDLE) < 0 ? longer : IDLE;
        } else {
            readIn(IDLE);
        }
    }
}
