package dev.vto.worker.adapter.in.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** When each of the worker's timers fired last. */
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

    public synchronized void fired(Timer timer) {
        last.put(timer, System.nanoTime());
    }

    synchronized Duration since(Timer timer) {
        return Duration.ofNanos(System.nanoTime() - last.getOrDefault(timer, 0L));
    }
}
