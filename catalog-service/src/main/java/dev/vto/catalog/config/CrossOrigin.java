package dev.vto.catalog.config;

import io.quarkus.vertx.http.security.CORS;
import io.quarkus.vertx.http.security.HttpSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** Lets pages of other origins call the API from a browser (Fetch standard, CORS protocol): those that are named, no others. */
@ApplicationScoped
class CrossOrigin {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    private static final Set<String> HEADERS = Set.of(
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "Range",
            "traceparent");

    private static final Set<String> EXPOSED = Set.of("ETag", "Location", "Retry-After", "RateLimit");

    /** As long as browsers keep the answer to a preflight at most. */
    private static final Duration KEPT = Duration.ofHours(2);

    /** Scheme, host and port alone; or between slashes a regular expression of such. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/*\\s]+|/.+/");

    void configure(@Observes HttpSecurity security, CatalogSettings settings) {
        settings.corsOrigins().ifPresent(origins -> security.cors(rules(origins)));
    }

    /** @throws IllegalArgumentException if one of them is no origin */
    static CORS rules(Set<String> origins) {
        origins.stream()
                .filter(origin -> !ORIGIN.matcher(origin).matches())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalArgumentException(
                            "vto.cors-origins names origins, as https://studio.example.com, or between"
                                    + " slashes a regular expression of them; " + wrong + " is none");
                });
        return CORS.origins(origins)
                .methods(METHODS)
                .headers(HEADERS)
                .exposedHeaders(EXPOSED)
                .accessControlAllowCredentials(false)
                .accessControlMaxAge(KEPT)
                .build();
    }
}
