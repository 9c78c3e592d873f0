package dev.vto.catalog.adapter.out.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jboss.logging.Logger;

/**
 * Tells why Kafka takes no events, once a minute, since every event meets it anew. Where it and the relay do not take each
 * other for whom they say they are, or a topic is forbidden, that is an error: unlike an outage, it ends when somebody
 * changes a setting.
 */
final class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);
    private static final long SILENT = Duration.ofMinutes(1).toNanos();

    private final LongSupplier clock;
    private long nextRefusal;
    private long nextOutage;

    /** @param clock in nanoseconds */
    Refusals(LongSupplier clock) {
        this.clock = clock;
        this.nextRefusal = clock.getAsLong();
        this.nextOutage = nextRefusal;
    }

    void hear(Throwable failure) {
        long now = clock.getAsLong();
        boolean refused = failure instanceof AuthenticationException || failure instanceof AuthorizationException;
        if (refused && now - nextRefusal >= 0) {
            nextRefusal = now + SILENT;
            LOG.error("the relay and Kafka refuse each other, and events wait", failure);
        } else if (!refused && now - nextOutage >= 0) {
            nextOutage = now + SILENT;
            LOG.warnf("Kafka takes no events, and they wait: %s", failure.toString());
        }
    }
}
