package dev.vto.worker.adapter.out.http;

import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.site.PrivateHost;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.application.port.RemoteMedia.Bounds;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sites to fetch from. Their names are those of no real site: they stand for what the resolver of a test says, and for
 * nothing else.
 */
abstract class FetchFromSites {

    static final byte[] JPEG = new byte[100_000];
    static final Bounds BOUNDS = new Bounds(1024 * 1024, Duration.ofSeconds(20), MediaFormat.PICTURES);
    static Vertx vertx;

    static {
        Arrays.fill(JPEG, (byte) 7);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, JPEG, 0, 3);
    }

    @TempDir
    Path folder;

    final List<Site> sites = new ArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.closeAndAwait();
    }

    @AfterEach
    void closeSites() {
        sites.forEach(Site::close);
    }

    int site(Consumer<HttpServerRequest> answer) {
        Site site = Site.at(vertx, "127.0.0.1", 0, answer);
        sites.add(site);
        return site.port();
    }

    Path fetch(String url, Path into) {
        return guarded(this::loopback)
                .fetch(URI.create(url), into, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    FetchFailed failure(String url, HostResolver resolver) {
        try {
            guarded(resolver).fetch(URI.create(url), folder, BOUNDS).await().atMost(Duration.ofSeconds(20));
        } catch (FetchFailed failed) {
            return failed;
        }
        throw new AssertionError(url + " was fetched");
    }

    static GuardedFetch guarded(HostResolver resolver) {
        return new GuardedFetch(vertx, new HttpClientOptions(), rules(), resolver);
    }

    static SiteRules rules() {
        return new SiteRules(false, Set.of(), Set.of(PrivateHost.of("shop.test"), PrivateHost.of("cdn.test")));
    }

    InetAddress[] loopback(String host) throws UnknownHostException {
        asked.add(host);
        return addresses("127.0.0.1");
    }

    static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }
}
