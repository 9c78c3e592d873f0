package dev.vto.worker.adapter.in.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How often each of the worker's timers fires, and when it did last. */
@Singleton
public class Pulse {

    /** What is done by the clock. */
    public enum Timer {
        POLL,
        HEARTBEAT,
        SWEEP;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Timer, Duration> periods = new EnumMap<>(Timer.class);
    private final Map<Timer, Long> last = new EnumMap<>(Timer.class);

    Pulse(MeterRegistry registry) {
        for (Timer timer : Timer.values()) {
            last.put(timer, System.nanoTime());
            TimeGauge.builder(
                            "vto.worker.last." + timer.label() + ".age",
                            this,
                            TimeUnit.SECONDS,
                            it -> it.since(timer).toNanos() / 1e9)
                    .description("How long ago the timer fired")
                    .register(registry);
        }
    }

    /** The timer fires for the first time after this period, and again so long after each time. */
    public synchronized void begins(Timer timer, Duration period) {
        periods.put(timer, period);
        fired(timer);
    }

    public synchronized void fired(Timer timer) {
        last.put(timer, System.nanoTime());
    }

    synchronized Duration period(Timer timer) {
        return periods.getOrDefault(timer, Duration.ZERO);
    }

    synchronized Duration since(Timer timer) {
        return Duration.ofNanos(System.nanoTime() - last.getOrDefault(timer, 0L));
    }
}
