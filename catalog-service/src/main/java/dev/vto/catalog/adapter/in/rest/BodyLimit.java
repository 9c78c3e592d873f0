package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Rejected;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Bounds bodies that are no photos before they are read. What is within the bound is gathered in memory while it comes
 * ({@code quarkus.rest.input-buffer-size}); anything larger would be waited for by a thread of a pool, and who sends
 * slowly enough could hold them all.
 */
class BodyLimit {

    /** Bytes: no character takes more than four. */
    static final long JSON = 4L * JsonBody.MAX_LENGTH;

    private static final Pattern PHOTOS = Pattern.compile("/v1/uploads/?|/v1/products/[^/]+/images/[^/]+/?");
    private static final String WAITS_FOR_OUR_WORD = "100-continue";
    private static final int AFTER_RATE_LIMITS = Priorities.USER + 1_000;

    /** One that tells its length is read to its end, so that its sender sees why it is refused. */
    @ServerRequestFilter(priority = AFTER_RATE_LIMITS)
    @Nullable
    Uni<Response> bound(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (PHOTOS.matcher(request.path()).matches()) {
            return null;
        }
        routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, JSON);
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null || Long.parseLong(length) <= JSON ? null : refused(request);
    }

    static Rejected tooLong() {
        return new Rejected(
                Rejected.Reason.TOO_LARGE,
                "too_large",
                "A JSON body has at most " + JsonBody.MAX_LENGTH + " characters.",
                List.of());
    }

    private static Uni<Response> refused(HttpServerRequest request) {
        if (WAITS_FOR_OUR_WORD.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            return Uni.createFrom().failure(tooLong());
        }
        request.handler(dropped -> {}).resume();
        return Uni.createFrom()
                .completionStage(() -> request.end().toCompletionStage())
                .onItemOrFailure()
                .transformToUni((ended, left) -> Uni.createFrom().failure(tooLong()));
    }
}
