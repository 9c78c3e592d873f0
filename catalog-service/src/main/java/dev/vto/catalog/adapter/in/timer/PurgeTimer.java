package dev.vto.catalog.adapter.in.timer;

import dev.vto.catalog.application.PurgeDeleted;
import dev.vto.catalog.config.CatalogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Begins a purge from time to time, unless the last one is still at work. */
@ApplicationScoped
class PurgeTimer {

    private static final Logger LOG = Logger.getLogger(PurgeTimer.class);

    private final Vertx vertx;
    private final PurgeDeleted purgeDeleted;
    private final Duration interval;
    private final AtomicBoolean purging = new AtomicBoolean();
    private long timer;

    PurgeTimer(Vertx vertx, PurgeDeleted purgeDeleted, CatalogSettings settings) {
        this.vertx = vertx;
        this.purgeDeleted = purgeDeleted;
        this.interval = settings.purgeInterval();
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(interval.toMillis(), tick -> purge());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void purge() {
        if (!purging.compareAndSet(false, true)) {
            return;
        }
        purgeDeleted
                .purge()
                .onTermination()
                .invoke(() -> purging.set(false))
                .subscribe()
                .with(PurgeTimer::report, failure -> LOG.warn("the purge failed; the next one goes on", failure));
    }

    private static void report(int removed) {
        if (removed > 0) {
            LOG.infof("removed %d rows that were deleted, and their files", removed);
        }
    }
}
