package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.stream.Ending;
import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.catalog.application.stream.Refusal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Locale;

/** Shows how many streams are open, and how many were refused or cut off, by reason. */
@ApplicationScoped
class StreamMetrics {

    private final MeterRegistry registry;
    private final OpenStreams streams;

    StreamMetrics(MeterRegistry registry, OpenStreams streams) {
        this.registry = registry;
        this.streams = streams;
    }

    void onStart(@Observes StartupEvent event) {
        Gauge.builder("vto.sse.streams", streams, OpenStreams::size)
                .description("Streams that are open")
                .register(registry);
        Arrays.stream(Ending.values()).filter(Ending::cutsOff).forEach(ending -> FunctionCounter.builder(
                        "vto.sse.dropped", streams, open -> open.ended(ending))
                .description("Streams that were ended before their time, by reason")
                .tag("reason", label(ending))
                .register(registry));
        for (Refusal reason : Refusal.values()) {
            FunctionCounter.builder("vto.sse.refused", streams, open -> open.refused(reason))
                    .description("Streams that were not opened, by the limit that was reached")
                    .tag("reason", label(reason))
                    .register(registry);
        }
    }

    private static String label(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
