package dev.vto.catalog.adapter.in.timer;

import dev.vto.catalog.application.SweepMedia;
import dev.vto.catalog.config.CatalogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Goes on with the sweep of stored files from time to time, unless the last sweep is still at work. */
@ApplicationScoped
class MediaSweepTimer {

    private static final Logger LOG = Logger.getLogger(MediaSweepTimer.class);

    private final Vertx vertx;
    private final SweepMedia sweepMedia;
    private final Duration interval;
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private long timer;

    MediaSweepTimer(Vertx vertx, SweepMedia sweepMedia, CatalogSettings settings) {
        this.vertx = vertx;
        this.sweepMedia = sweepMedia;
        this.interval = settings.sweep().interval();
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(interval.toMillis(), tick -> sweep());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void sweep() {
        if (!sweeping.compareAndSet(false, true)) {
            return;
        }
        sweepMedia
                .sweep()
                .onTermination()
                .invoke(() -> sweeping.set(false))
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("the sweep of files failed; the next one goes on", failure));
    }
}
