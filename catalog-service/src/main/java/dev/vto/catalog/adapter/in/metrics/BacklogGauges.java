package dev.vto.catalog.adapter.in.metrics;

import dev.vto.catalog.application.port.Workload;
import dev.vto.catalog.config.CatalogSettings;
import dev.vto.catalog.domain.job.Backlog;
import dev.vto.shared.job.JobKind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows how much there is to do: measured at an interval, whoever asks how often. What was measured stands for three
 * intervals; where PostgreSQL does not answer longer than that, the gauges are NaN.
 */
@ApplicationScoped
class BacklogGauges {

    private static final Logger LOG = Logger.getLogger(BacklogGauges.class);
    private static final int INTERVALS = 3;

    private final Vertx vertx;
    private final Workload workload;
    private final Duration interval;
    private final AtomicBoolean measuring = new AtomicBoolean();
    private volatile @Nullable Reading last;
    private long timer;

    private record Reading(Backlog backlog, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }
    }

    BacklogGauges(Vertx vertx, Workload workload, CatalogSettings settings, MeterRegistry registry) {
        this.vertx = vertx;
        this.workload = workload;
        this.interval = settings.backlogInterval();
        for (JobKind kind : JobKind.values()) {
            gauge(registry, "vto.jobs.waiting", "Jobs that could be claimed now", kind, line -> line.waiting());
            gauge(registry, "vto.jobs.running", "Jobs that a worker runs", kind, line -> line.running());
        }
        count(registry, "vto.jobs.delayed", "Jobs whose backoff is not over", Backlog::delayed);
        count(registry, "vto.outbox.unsent", "Events that wait to be sent", Backlog::unsent);
        count(registry, "vto.outbox.parked", "Events that cannot be sent and wait for an operator", Backlog::parked);
        age(
                registry,
                "vto.jobs.oldest.waiting",
                "How long a job has waited at most",
                backlog -> backlog.lines().values().stream()
                        .mapToDouble(line -> seconds(line.oldestWaiting()))
                        .max()
                        .orElse(0));
        age(
                registry,
                "vto.jobs.oldest.heartbeat",
                "Age of the oldest heartbeat of a running job",
                backlog -> seconds(backlog.oldestHeartbeat()));
        age(
                registry,
                "vto.outbox.oldest.unsent",
                "How long an event has waited at most",
                backlog -> seconds(backlog.oldestUnsent()));
        TimeGauge.builder("vto.backlog.reading.age", this, TimeUnit.SECONDS, BacklogGauges::readingAge)
                .description("How long ago the backlog was measured")
                .register(registry);
    }

    void onStart(@Observes StartupEvent event) {
        measure();
        timer = vertx.setPeriodic(interval.toMillis(), tick -> measure());
    }

    void onStop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void measure() {
        if (!measuring.compareAndSet(false, true)) {
            return;
        }
        workload.measure()
                .ifNoItem()
                .after(interval)
                .fail()
                .onTermination()
                .invoke(() -> measuring.set(false))
                .subscribe()
                .with(
                        backlog -> last = new Reading(backlog, System.nanoTime()),
                        failure -> LOG.debug("the backlog could not be measured", failure));
    }

    private double readingAge() {
        Reading reading = last;
        return reading == null ? Double.NaN : seconds(reading.age());
    }

    private double read(ToDoubleFunction<Backlog> value) {
        Reading reading = last;
        if (reading == null || reading.age().compareTo(interval.multipliedBy(INTERVALS)) > 0) {
            return Double.NaN;
        }
        return value.applyAsDouble(reading.backlog());
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String description,
            JobKind kind,
            ToDoubleFunction<Backlog.Line> value) {
        Gauge.builder(
                        name,
                        this,
                        it -> it.read(backlog -> value.applyAsDouble(
                                backlog.lines().getOrDefault(kind, new Backlog.Line(0, 0, Duration.ZERO)))))
                .description(description)
                .tag("kind", kind.name())
                .register(registry);
    }

    private void count(MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog> value) {
        Gauge.builder(name, this, it -> it.read(value)).description(description).register(registry);
    }

    private void age(MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog> seconds) {
        TimeGauge.builder(name, this, TimeUnit.SECONDS, it -> it.read(seconds))
                .description(description)
                .register(registry);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
