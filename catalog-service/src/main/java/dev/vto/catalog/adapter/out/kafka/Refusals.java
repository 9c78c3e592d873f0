package dev.vto.catalog.adapter.out.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Tells of it where Kafka and the relay do not take each other for whom they say they are, or a topic is forbidden: unlike
 * an outage, that ends when somebody changes a setting. Once a minute, since every event meets it anew.
 */
final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final long SILENT = Duration.ofMinutes(1).toNanos();

    private final LongSupplier clock;
    private long next;

    /** @param clock in nanoseconds */
    Refusals(LongSupplier clock) {
        this.clock = clock;
        this.next = clock.getAsLong();
    }

    void hear(Throwable failure) {
        boolean refused = failure instanceof AuthenticationException || failure instanceof AuthorizationException;
        if (refused && clock.getAsLong() - next >= 0) {
            next = clock.getAsLong() + SILENT;
            LOG.error("the relay and Kafka refuse each other, and events wait", failure);
        }
    }
}
