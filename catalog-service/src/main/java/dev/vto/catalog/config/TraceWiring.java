package dev.vto.catalog.config;

import dev.vto.shared.adapter.trace.Spans;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes spans where there is somebody to send them to. */
class TraceWiring {

    @Produces
    @Singleton
    Spans spans(CatalogSettings settings, OpenTelemetry telemetry) {
        return Spans.of(settings, telemetry);
    }
}
