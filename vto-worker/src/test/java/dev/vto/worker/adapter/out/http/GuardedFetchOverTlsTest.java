package dev.vto.worker.adapter.out.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.site.PrivateHost;
import dev.vto.shared.site.SiteRules;
import dev.vto.worker.application.port.RemoteMedia.Bounds;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that goes to an address still asks for the name, and takes no certificate of another. */
class GuardedFetchOverTlsTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    private static final CompletableFuture<String> SERVER_NAME = new CompletableFuture<>();

    @TempDir
    static Path keys;

    private static Vertx vertx;
    private static Site shop;

    @TempDir
    Path folder;

    @BeforeAll
    static void openShop() throws Exception {
        vertx = Vertx.vertx();
        HttpServerOptions options =
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate("shop.test"));
        shop = Site.at(vertx, "127.0.0.1", 0, options, request -> {
            SERVER_NAME.complete(request.connection().indicatedServerName());
            request.response().endAndForget(Buffer.buffer(JPEG));
        });
    }

    @AfterAll
    static void closeShop() {
        shop.close();
        vertx.closeAndAwait();
    }

    @Test
    void asksForTheNameAndTrustsItsCertificate() {
        assertThat(fetch("shop.test")).hasBinaryContent(JPEG);
        assertThat(SERVER_NAME).isCompletedWithValue("shop.test");
    }

    @Test
    void takesNoCertificateOfAnotherName() {
        assertThatThrownBy(() -> fetch("other.test"))
                .isInstanceOfSatisfying(FetchFailed.class, failed -> assertThat(failed.reason())
                        .isEqualTo(FetchFailed.Reason.UNREACHABLE));
    }

    private Path fetch(String host) {
        HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(store("shop.test"));
        SiteRules rules =
                new SiteRules(false, Set.of(), Set.of(PrivateHost.of("shop.test"), PrivateHost.of("other.test")));
        return new GuardedFetch(vertx, trusting, rules, name -> new InetAddress[] {InetAddress.getByName("127.0.0.1")})
                .fetch(
                        URI.create("https://" + host + ":" + shop.port() + "/a.jpg"),
                        folder,
                        new Bounds(1024, Duration.ofSeconds(20), MediaFormat.PICTURES))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static PfxOptions certificate(String name) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keys.resolve(name + ".p12").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store(name);
    }

    private static PfxOptions store(String name) {
        return new PfxOptions().setPath(keys.resolve(name + ".p12").toString()).setPassword("changeit");
    }
}
