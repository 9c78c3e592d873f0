package dev.vto.worker.adapter.out.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.site.PrivateHost;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.adapter.out.http.FetchFailed.Reason;
import dev.vto.worker.application.port.RemoteMedia.Bounds;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are those of no real site: they stand for what the resolver of a test says, and for nothing else. */
class GuardedFetchTest {

    private static final byte[] JPEG = new byte[100_000];
    private static final Bounds BOUNDS = new Bounds(1024 * 1024, Duration.ofSeconds(20), MediaFormat.PICTURES);
    private static Vertx vertx;

    static {
        Arrays.fill(JPEG, (byte) 7);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, JPEG, 0, 3);
    }

    @TempDir
    Path folder;

    private final List<Site> sites = new ArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

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

    @Test
    void fetchesAFileAndNamesItByItsRealFormat() {
        int port = site(request ->
                request.response().putHeader("Content-Type", "text/plain").endAndForget(Buffer.buffer(JPEG)));

        Path file = fetch("http://shop.test:" + port + "/a.txt?size=2", folder);

        assertThat(file).hasBinaryContent(JPEG).hasParent(folder);
        assertThat(file.toString()).endsWith(".jpg");
        assertThat(asked).containsExactly("shop.test");
    }

    @Test
    void asksForTheNameAtTheAddressThatWasLookedAt() {
        CompletableFuture<String> hostHeader = new CompletableFuture<>();
        int port = site(request -> {
            hostHeader.complete(request.getHeader("Host") + request.uri());
            request.response().endAndForget(Buffer.buffer(JPEG));
        });

        fetch("http://shop.test:" + port + "/a%20b?c=%26", folder);

        assertThat(hostHeader).isCompletedWithValue("shop.test:" + port + "/a%20b?c=%26");
    }

    /** A name that stands for one address when it is looked at, and for another when it is connected to. */
    @Test
    void goesToTheAddressThatWasLookedAtHoweverTheNameIsRebound() {
        int port = site(request -> request.response().endAndForget(Buffer.buffer(JPEG)));
        CompletableFuture<String> trap = new CompletableFuture<>();
        sites.add(Site.at(vertx, "127.0.0.2", port, request -> trap.complete(request.uri())));
        HostResolver rebinding =
                host -> addresses(asked.contains(host) ? "127.0.0.2" : asked.add(host) ? "127.0.0.1" : "127.0.0.2");

        Path file = new GuardedFetch(vertx, new HttpClientOptions(), rules(), rebinding)
                .fetch(URI.create("http://shop.test:" + port + "/a"), folder, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(file).hasBinaryContent(JPEG);
        assertThat(trap).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "64:ff9b::a00:1"
            })
    void connectsToNoAddressThatIsNotPublic(String address) {
        FetchFailed failed = failure("https://evil.test/a.jpg", host -> addresses(address));

        assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failed).hasMessage("is not of a public site");
    }

    @Test
    void refusesASiteThatMixesPublicAndPrivateAddresses() {
        FetchFailed failed = failure("https://evil.test/a.jpg", host -> addresses("93.184.216.34", "10.0.0.1"));

        assertThat(failed.reason()).isEqualTo(Reason.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://localhost/"
            })
    void isNotLedAstrayByWaysOfWritingAnAddress(String url) {
        FetchFailed failed = failure(url, HostResolver.SYSTEM);

        assertThat(failed.reason()).isIn(Reason.REFUSED, Reason.UNREACHABLE);
        assertThat(failed.getMessage()).doesNotContain("127.", "::1");
    }

    @Test
    void followsRedirectsAndLooksAtEachOfThem() {
        int port = site(request -> {
            switch (request.path()) {
                case "/a" -> redirect(request, "/b");
                case "/b" ->
                    redirect(
                            request, "http://cdn.test:" + request.localAddress().port() + "/c");
                default -> request.response().endAndForget(Buffer.buffer(JPEG));
            }
        });

        assertThat(fetch("http://shop.test:" + port + "/a", folder)).hasBinaryContent(JPEG);
        assertThat(asked).containsExactly("shop.test", "shop.test", "cdn.test");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://evil.test/ | REFUSED | is not an https URL",
                "https://evil.test/ | REFUSED | is not of a public site",
                "file:///etc/passwd | REFUSED | is not an absolute URL",
                "https://me@shop.test/ | REFUSED | carries a user name",
                "http://[ | UNUSABLE | redirects to what is no URL"
            })
    void isRedirectedToNothingThatItWouldNotFetch(String location, Reason reason, String why) {
        int port = site(request -> redirect(request, location));

        FetchFailed failed = failure("http://shop.test:" + port + "/", this::loopback);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed).hasMessage(why);
    }

    @Test
    void followsNoEndlessRedirects() {
        int port = site(request -> redirect(request, "/again"));

        FetchFailed failed = failure("http://shop.test:" + port + "/", this::loopback);

        assertThat(failed.reason()).isEqualTo(Reason.UNUSABLE);
        assertThat(failed).hasMessage("redirects more than 5 times");
        assertThat(asked).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "401, GONE",
        "403, GONE",
        "404, GONE",
        "410, GONE",
        "400, UNUSABLE",
        "204, UNUSABLE",
        "304, UNUSABLE",
        "408, UNREACHABLE",
        "429, UNREACHABLE",
        "500, UNREACHABLE",
        "503, UNREACHABLE"
    })
    void tellsWhyASiteGivesNothing(int status, Reason reason) {
        int port = site(request -> request.response().setStatusCode(status).endAndForget());

        FetchFailed failed = failure("http://shop.test:" + port + "/", this::loopback);

        assertThat(failed.reason()).isEqualTo(reason);
        assertThat(failed.getMessage()).endsWith("the site answers " + status);
    }

    @Test
    void takesNoMoreBytesThanItMay() throws IOException {
        int port = site(request -> {
            request.response().setChunked(true);
            endlessly(request, Buffer.buffer(JPEG));
        });

        FetchFailed failed = failure("http://shop.test:" + port + "/", this::loopback);

        assertThat(failed.reason()).isEqualTo(Reason.UNUSABLE);
        assertThat(failed).hasMessage("has more than 1 MB");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).allMatch(file -> file.toFile().length() <= BOUNDS.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "....ftypisom...."})
    void takesNoOtherFormatWhateverTheSiteCallsIt(String body) {
        int port = site(request ->
                request.response().putHeader("Content-Type", "image/jpeg").endAndForget(body));

        FetchFailed failed = failure("http://shop.test:" + port + "/", this::loopback);

        assertThat(failed.reason()).isEqualTo(Reason.UNUSABLE);
        assertThat(failed).hasMessage("is none of JPEG, PNG, WEBP");
    }

    @Test
    void waitsForNoSlowSite() {
        int port = site(request -> request.response().setChunked(true).writeAndForget(Buffer.buffer(JPEG)));
        Bounds hurried = new Bounds(BOUNDS.bytes(), Duration.ofMillis(300), BOUNDS.formats());

        assertThatThrownBy(() -> guarded(this::loopback)
                        .fetch(URI.create("http://shop.test:" + port + "/"), folder, hurried)
                        .await()
                        .atMost(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        FetchFailed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.UNREACHABLE))
                .hasMessage("took longer than 0 s");
    }

    @Test
    void takesABodyThatBreaksOffForNothing() {
        int port = site(request -> {
            request.response().putHeader("Content-Length", "200000").writeAndForget(Buffer.buffer(JPEG));
            request.connection().closeAndForget();
        });

        assertThat(failure("http://shop.test:" + port + "/", this::loopback).reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void asksTheNextAddressWhereOneTakesNoConnection() {
        int port = site(request -> request.response().endAndForget(Buffer.buffer(JPEG)));

        Path file = guarded(host -> addresses("127.0.0.3", "127.0.0.1"))
                .fetch(URI.create("http://shop.test:" + port + "/"), folder, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(file).hasBinaryContent(JPEG);
    }

    @Test
    void saysThatASiteCannotBeReachedAndNotWhere() {
        int closed = site(request -> {});
        sites.remove(0).close();

        FetchFailed refused = failure("http://shop.test:" + closed + "/", this::loopback);
        FetchFailed unknown = failure("https://nowhere.test/", host -> {
            throw new UnknownHostException(host);
        });

        assertThat(refused.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(refused).hasMessage("could not be fetched");
        assertThat(unknown.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(unknown).hasMessage("could not be found: the site has no address");
    }

    @Test
    void endsTheConnectionWhenNobodyWaitsAnyMore() throws Exception {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        int port = site(request -> {
            request.connection().closeHandler(() -> ended.complete(null));
            request.response().setChunked(true).writeAndForget(Buffer.buffer(JPEG));
            begun.complete(null);
        });

        Cancellable waiting = guarded(this::loopback)
                .fetch(URI.create("http://shop.test:" + port + "/"), folder, BOUNDS)
                .subscribe()
                .with(file -> {});
        begun.get(20, TimeUnit.SECONDS);
        await().until(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.anyMatch(file -> file.toFile().length() == JPEG.length);
            }
        });
        waiting.cancel();

        ended.get(20, TimeUnit.SECONDS);
    }

    private int site(Consumer<HttpServerRequest> answer) {
        Site site = Site.at(vertx, "127.0.0.1", 0, answer);
        sites.add(site);
        return site.port();
    }

    private Path fetch(String url, Path into) {
        return guarded(this::loopback)
                .fetch(URI.create(url), into, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private FetchFailed failure(String url, HostResolver resolver) {
        try {
            guarded(resolver).fetch(URI.create(url), folder, BOUNDS).await().atMost(Duration.ofSeconds(20));
        } catch (FetchFailed failed) {
            return failed;
        }
        throw new AssertionError(url + " was fetched");
    }

    private static GuardedFetch guarded(HostResolver resolver) {
        return new GuardedFetch(vertx, new HttpClientOptions(), rules(), resolver);
    }

    private static SiteRules rules() {
        return new SiteRules(false, Set.of(), Set.of(PrivateHost.of("shop.test"), PrivateHost.of("cdn.test")));
    }

    private InetAddress[] loopback(String host) throws UnknownHostException {
        asked.add(host);
        return addresses("127.0.0.1");
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().setStatusCode(302).putHeader("Location", location).endAndForget();
    }

    private static void endlessly(HttpServerRequest request, Buffer piece) {
        request.response().write(piece).subscribe().with(written -> endlessly(request, piece), gone -> {});
    }
}
