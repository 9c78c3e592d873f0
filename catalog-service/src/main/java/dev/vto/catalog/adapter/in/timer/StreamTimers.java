package dev.vto.catalog.adapter.in.timer;

import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.catalog.config.CatalogSettings;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Keeps all streams alive with one timer, asks with another who may no longer read, and ends them when the service stops. */
@ApplicationScoped
class StreamTimers {

    private static final Logger LOG = Logger.getLogger(StreamTimers.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final OpenStreams streams;
    private final Duration heartbeat;
    private final List<Long> timers = new ArrayList<>();

    StreamTimers(Vertx vertx, OpenStreams streams, CatalogSettings settings) {
        this.vertx = vertx;
        this.streams = streams;
        this.heartbeat = settings.streams().heartbeat();
    }

    void onStart(@Observes StartupEvent event) {
        timers.add(vertx.setPeriodic(Math.min(TICK.toMillis(), heartbeat.toMillis()), tick -> streams.tick()));
        timers.add(vertx.setPeriodic(heartbeat.toMillis(), tick -> endRevoked()));
    }

    /** One open stream would hold the shutdown until its time limit. */
    void onShutdownBegins(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        try {
            streams.stop().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("%d streams did not end in time", streams.size());
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
    }

    private void endRevoked() {
        streams.endRevoked()
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("who may no longer read a stream is asked again", failure));
    }
}
