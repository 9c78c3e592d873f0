package dev.vto.worker.config;

import dev.vto.worker.adapter.in.health.Pulse;
import dev.vto.worker.application.ClearSteps;
import dev.vto.worker.application.Rescue;
import dev.vto.worker.application.Worker;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * When the worker does what: it polls, beats and sweeps by the clock, and drains while PostgreSQL and Kafka still live.
 */
@ApplicationScoped
class Rhythm {

    private static final Logger LOG = Logger.getLogger(Rhythm.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration HAND_BACK_LIMIT = Duration.ofSeconds(10);

    private final Worker worker;
    private final Rescue rescue;
    private final ClearSteps clearSteps;
    private final WorkerSettings settings;
    private final Pulse pulse;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "worker-rhythm");
        thread.setDaemon(true);
        return thread;
    });

    Rhythm(Worker worker, Rescue rescue, ClearSteps clearSteps, WorkerSettings settings, Pulse pulse) {
        this.pulse = pulse;
        this.worker = worker;
        this.rescue = rescue;
        this.clearSteps = clearSteps;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException where a setting, or two of them together, could not work */
    static void check(WorkerSettings.Worker settings) {
        requirePositive("poll", settings.poll());
        requirePositive("heartbeat", settings.heartbeat());
        if (settings.lease().compareTo(settings.heartbeat().multipliedBy(2)) <= 0) {
            throw new IllegalArgumentException(("vto.worker.lease (%s) must be longer than two of vto.worker.heartbeat"
                            + " (%s): a job that missed one beat would be taken from a worker that lives")
                    .formatted(settings.lease(), settings.heartbeat()));
        }
    }

    private static void requirePositive(String setting, Duration period) {
        if (period.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "vto.worker.%s (%s) must be a millisecond at least".formatted(setting, period));
        }
    }

    void onStart(@Observes StartupEvent event) {
        check(settings.worker());
        every(Pulse.Timer.POLL, settings.worker().poll(), worker::nudge);
        every(Pulse.Timer.HEARTBEAT, settings.worker().heartbeat(), worker::beat);
        every(Pulse.Timer.SWEEP, SWEEP, this::sweep);
    }

    /** Here everything still lives; in ShutdownEvent the management interface is gone, later the pool too. */
    void onShutdownBegins(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        CompletableFuture<Void> idle = worker.stopClaiming();
        if (!ends(idle, settings.worker().grace())) {
            LOG.infof("handing back %d running jobs", worker.busy());
            worker.handBackAll();
            if (!ends(idle, HAND_BACK_LIMIT)) {
                LOG.warn("some jobs could not be handed back; they are rescued when their lease ends");
            }
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private static boolean ends(CompletableFuture<Void> idle, Duration limit) throws InterruptedException {
        try {
            idle.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void sweep() {
        rescue.sweep()
                .subscribe()
                .with(
                        moved -> {
                            if (moved > 0) {
                                worker.nudge();
                            }
                        },
                        trouble -> LOG.warnf("the sweep failed: %s", trouble.toString()));
        clearSteps
                .sweep()
                .subscribe()
                .with(
                        cleared -> {},
                        trouble -> LOG.warnf("clearing up behind ended jobs failed: %s", trouble.toString()));
    }

    private void every(Pulse.Timer name, Duration period, Runnable action) {
        pulse.begins(name, period);
        timer.scheduleWithFixedDelay(
                () -> {
                    pulse.fired(name);
                    try {
                        action.run();
                    } catch (RuntimeException e) {
                        LOG.error("a timed action failed and is tried again", e);
                    }
                },
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
