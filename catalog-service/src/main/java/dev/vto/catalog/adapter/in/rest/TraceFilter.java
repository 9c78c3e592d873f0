package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.trace.TraceContext;
import dev.vto.shared.adapter.trace.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets each request belong to its caller's trace, or begin one. Where spans are wanted it has one of its own, until its answer
 * has ended, with OpenTelemetry's attributes for HTTP that tell nothing of who asks or of what: the path's template, not the
 * path, and no query.
 */
@Singleton
class TraceFilter {

    /** Where Quarkus keeps the template of the path that a request matched. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final int SERVER_ERROR = 500;
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final Supplier<UUID> ids;
    private final Provider<Spans> spans;

    /** @param spans asked for with each request, since filters are made before there are settings */
    TraceFilter(Supplier<UUID> ids, Provider<Spans> spans) {
        this.ids = ids;
        this.spans = spans;
    }

    @ServerRequestFilter
    void enter(ContainerRequestContext request, RoutingContext routing) {
        Optional<String> caller = TraceContext.read(request.getHeaderString(TraceContext.HEADER));
        TraceContext.enter(
                spans.get().areWanted()
                        ? Spans.traceparent(begin(caller, request.getMethod(), routing))
                        : caller.orElseGet(() -> TraceContext.begin(ids.get(), ids.get())));
    }

    private Span begin(Optional<String> caller, String method, RoutingContext routing) {
        String route = ContextLocals.<String>get(TEMPLATE).orElse("");
        Span span = spans.get().begin(method + " " + route, SpanKind.SERVER, caller.orElse(null));
        span.setAttribute(METHOD, method).setAttribute(ROUTE, route);
        routing.addEndHandler(ended -> {
            int status = routing.response().getStatusCode();
            span.setAttribute(STATUS, (long) status);
            if (status >= SERVER_ERROR) {
                Spans.fail(span, Integer.toString(status));
            }
            span.end();
        });
        return span;
    }
}
