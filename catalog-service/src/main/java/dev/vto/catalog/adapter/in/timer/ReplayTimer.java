package dev.vto.catalog.adapter.in.timer;

import dev.vto.catalog.application.PruneReplays;
import dev.vto.catalog.config.CatalogSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Forgets old answers to idempotency keys; instances that do so at once leave each other's rows alone. */
@ApplicationScoped
class ReplayTimer {

    private static final Logger LOG = Logger.getLogger(ReplayTimer.class);

    private final Vertx vertx;
    private final PruneReplays pruneReplays;
    private final Duration interval;
    private long timer;

    @Inject
    ReplayTimer(Vertx vertx, PruneReplays pruneReplays, CatalogSettings settings) {
        this(vertx, pruneReplays, settings.pruneInterval());
    }

    ReplayTimer(Vertx vertx, PruneReplays pruneReplays, Duration interval) {
        this.vertx = vertx;
        this.pruneReplays = pruneReplays;
        this.interval = interval;
    }

    void onStart(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(interval.toMillis(), tick -> prune());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void prune() {
        pruneReplays
                .prune()
                .subscribe()
                .with(forgotten -> {}, failure -> LOG.warn("old answers could not be forgotten", failure));
    }
}
