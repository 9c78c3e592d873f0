package dev.vto.worker.adapter.out.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.worker.adapter.out.http.FetchFailed.Reason;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where it goes, and where it does not. */
class GuardedFetchTest extends FetchFromSites {

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

    @Test
    void asksTheNextAddressWhereOneTakesNoConnection() {
        int port = site(request -> request.response().endAndForget(Buffer.buffer(JPEG)));

        Path file = guarded(host -> addresses("127.0.0.3", "127.0.0.1"))
                .fetch(URI.create("http://shop.test:" + port + "/"), folder, BOUNDS)
                .await()
                .atMost(Duration.ofSeconds(20));

        assertThat(file).hasBinaryContent(JPEG);
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().setStatusCode(302).putHeader("Location", location).endAndForget();
    }
}
