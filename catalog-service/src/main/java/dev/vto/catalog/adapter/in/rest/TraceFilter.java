package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.trace.TraceContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets each request belong to its caller's trace, or begin one. */
@Singleton
class TraceFilter {

    private final Supplier<UUID> ids;

    TraceFilter(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @ServerRequestFilter
    void enter(ContainerRequestContext request) {
        TraceContext.enter(TraceContext.read(request.getHeaderString(TraceContext.HEADER))
                .orElseGet(() -> TraceContext.begin(ids.get(), ids.get())));
    }
}
