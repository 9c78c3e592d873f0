package dev.vto.catalog.config;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells browsers that come by TLS never to come without it (HTTP Strict Transport Security, RFC 6797). */
@ApplicationScoped
class StrictTransport {

    /** Before anything that answers. */
    private static final int FIRST = 1_000;

    void register(@Observes Filters filters, CatalogSettings settings) {
        String policy = "max-age=" + settings.hstsMaxAge().toSeconds();
        filters.register(request -> tell(request, policy), FIRST);
    }

    private static void tell(RoutingContext request, String policy) {
        if (request.request().isSSL()) {
            request.response().putHeader("Strict-Transport-Security", policy);
        }
        request.next();
    }
}
