package dev.vto.worker.adapter.out.http;

import dev.vto.shared.site.SiteRefused;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.adapter.out.http.FetchFailed.Reason;
import dev.vto.worker.application.port.RemoteMedia.Bounds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import io.vertx.mutiny.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files of other sites without being led astray. A host is resolved once a hop, every address of it is looked
 * at, and the connection goes to that very address while TLS still asks for the name: a second answer of DNS changes
 * nothing. Redirects are followed by the same rules. Everything is bounded.
 */
public final class GuardedFetch {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> GONE = Set.of(401, 403, 404, 410);
    private static final Set<Integer> ASK_LATER = Set.of(408, 425, 429);

    /** Of the connection alone; the whole has its own bound. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final HttpClient client;
    private final SiteRules rules;
    private final HostResolver resolver;

    public GuardedFetch(Vertx vertx, SiteRules rules) {
        this(vertx, new HttpClientOptions(), rules, HostResolver.SYSTEM);
    }

    GuardedFetch(Vertx vertx, HttpClientOptions options, SiteRules rules, HostResolver resolver) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options.setKeepAlive(false).setConnectTimeout((int) CONNECT.toMillis()));
        this.rules = rules;
        this.resolver = resolver;
    }

    /**
     * Fetches into a new file of a folder, named by its real format. Cancelling the subscription ends the connection.
     *
     * @return the file; fails with {@link FetchFailed}
     */
    public Uni<Path> fetch(URI url, Path folder, Bounds bounds) {
        return fetch(url, null, folder, bounds);
    }

    /**
     * The same of a site that wants a key.
     *
     * @param authorization the header of this name; where there is one, a redirect is a failure, for no other site may
     *     see it
     */
    public Uni<Path> fetch(URI url, @Nullable String authorization, Path folder, Bounds bounds) {
        Path file = folder.resolve(UUID.randomUUID().toString());
        return hop(url, authorization, MOST_REDIRECTS, new Download(vertx, file, bounds))
                .ifNoItem()
                .after(bounds.limit())
                .failWith(() -> failed(
                        Reason.UNREACHABLE, "took longer than " + bounds.limit().toSeconds() + " s", null))
                .onFailure(refused -> refused instanceof SiteRefused)
                .transform(refused -> failed(Reason.REFUSED, String.valueOf(refused.getMessage()), refused))
                .onFailure(other -> !(other instanceof FetchFailed))
                .transform(other -> failed(Reason.UNREACHABLE, "could not be fetched", other));
    }

    private Uni<Path> hop(URI url, @Nullable String authorization, int redirectsLeft, Download download) {
        return Uni.createFrom()
                .item(() -> rules.requireForm(url))
                .chain(host -> addresses(url, host).chain(addresses -> send(url, host, addresses, authorization)))
                .chain(response -> {
                    String location = response.getHeader("Location");
                    if (REDIRECTS.contains(response.statusCode()) && location != null) {
                        response.request().reset();
                        if (authorization != null) {
                            return unfollowed("redirects, though it was asked with a key");
                        }
                        return redirectsLeft == 0
                                ? unfollowed("redirects more than " + MOST_REDIRECTS + " times")
                                : hop(resolve(url, location), null, redirectsLeft - 1, download);
                    }
                    if (response.statusCode() != 200) {
                        response.request().reset();
                        return Uni.createFrom().failure(refusal(response.statusCode()));
                    }
                    return download.of(response);
                });
    }

    private static Uni<Path> unfollowed(String why) {
        return Uni.createFrom().failure(failed(Reason.UNUSABLE, why, null));
    }

    /** All addresses of a host, each of them looked at: a site that mixes public and private ones is up to something. */
    private Uni<List<InetAddress>> addresses(URI url, String host) {
        return vertx.executeBlocking(() -> Arrays.asList(resolver.resolve(host)), false)
                .onFailure(UnknownHostException.class)
                .transform(
                        unknown -> failed(Reason.UNREACHABLE, "could not be found: the site has no address", unknown))
                .invoke(addresses -> addresses.forEach(address -> rules.requireAddress(url, address)));
    }

    /** Asks the first address that takes a connection. */
    private Uni<HttpClientResponse> send(
            URI url, String host, List<InetAddress> addresses, @Nullable String authorization) {
        Uni<HttpClientRequest> request = Uni.createFrom()
                .failure(() -> failed(Reason.UNREACHABLE, "could not be found: the site has no address", null));
        for (int i = addresses.size() - 1; i >= 0; i--) {
            Uni<HttpClientRequest> next = request;
            RequestOptions options = options(url, host, addresses.get(i));
            if (authorization != null) {
                options.putHeader(HttpHeaders.AUTHORIZATION, authorization);
            }
            request = i == addresses.size() - 1
                    ? client.request(options)
                    : client.request(options).onFailure().recoverWithUni(() -> next);
        }
        return request.chain(ready -> ready.send()
                // Nothing of the body may come before somebody takes it.
                .invoke(HttpClientResponse::pause)
                .onCancellation()
                .invoke(ready::reset));
    }

    private static RequestOptions options(URI url, String host, InetAddress address) {
        boolean ssl = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() >= 0 ? url.getPort() : ssl ? 443 : 80;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setSsl(ssl)
                .setHost(host)
                .setPort(port)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress())
                        .getDelegate())
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }

    private static URI resolve(URI url, String location) {
        try {
            return url.resolve(location);
        } catch (IllegalArgumentException e) {
            throw failed(Reason.UNUSABLE, "redirects to what is no URL", e);
        }
    }

    private static FetchFailed refusal(int status) {
        if (GONE.contains(status)) {
            return failed(Reason.GONE, "is not there or not for everybody: the site answers " + status, null);
        }
        return failed(
                status >= 500 || ASK_LATER.contains(status) ? Reason.UNREACHABLE : Reason.UNUSABLE,
                "could not be fetched: the site answers " + status,
                null);
    }

    private static FetchFailed failed(Reason reason, String message, @Nullable Throwable cause) {
        return new FetchFailed(reason, message, cause);
    }
}
