package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Rejected;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often each user may ask, and each client address where nobody is signed in. Tells so in the header fields
 * of draft-ietf-httpapi-ratelimit-headers-10.
 */
@Singleton
class RateLimitFilter {

    private static final String VERDICT = "vto.rate-limit";
    private static final String SIGN_IN = "/v1/auth/";

    private final RateLimits limits;
    private final CurrentIdentityAssociation identity;

    RateLimitFilter(RateLimits limits, CurrentIdentityAssociation identity) {
        this.limits = limits;
        this.identity = identity;
    }

    private record Taken(TokenBuckets.Verdict verdict, TokenBuckets from) {}

    @ServerRequestFilter
    @Nullable
    Uni<Response> limit(ContainerRequestContext context, HttpServerRequest request) {
        if (!limits.enabled()) {
            return Uni.createFrom().nullItem();
        }
        String address = "address " + request.remoteAddress().hostAddress();
        if (request.path().startsWith(SIGN_IN)) {
            return Uni.createFrom().item(() -> take(limits.signIns(), address, context, request));
        }
        return identity.getDeferredIdentity()
                .map(RateLimitFilter::userOf)
                .onFailure()
                .recoverWithItem("")
                .map(user -> take(limits.users(), user.isEmpty() ? address : "user " + user, context, request));
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(VERDICT) instanceof Taken taken) {
            tell(taken).forEach(header -> response.getHeaders().putSingle(header.name(), header.value()));
        }
    }

    private static @Nullable Response take(
            TokenBuckets buckets, String whose, ContainerRequestContext context, HttpServerRequest request) {
        TokenBuckets.Verdict verdict = buckets.take(whose);
        context.setProperty(VERDICT, new Taken(verdict, buckets));
        if (verdict.allowed()) {
            return null;
        }
        Problem problem = Problem.of(
                new Rejected(
                        Rejected.Reason.RATE_LIMITED,
                        "rate_limited",
                        "More than " + buckets.tokens() + " requests a minute.",
                        List.of()),
                request.path());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, seconds(verdict.retryAfter()))
                .entity(problem)
                .build();
    }

    private record Header(String name, String value) {}

    private static List<Header> tell(Taken taken) {
        TokenBuckets from = taken.from();
        long until = Math.max(1, seconds(taken.verdict().retryAfter()));
        return List.of(
                new Header(
                        "RateLimit-Policy",
                        "\"default\";q=" + from.tokens() + ";w=" + from.window().toSeconds()),
                new Header("RateLimit", "\"default\";r=" + taken.verdict().remaining() + ";t=" + until));
    }

    private static String userOf(SecurityIdentity identity) {
        return identity.isAnonymous() ? "" : identity.getPrincipal().getName();
    }

    /** Rounded up: a client that waits so long finds a token. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
