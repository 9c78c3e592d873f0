package dev.vto.worker.adapter.out.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vto.worker.adapter.out.http.FetchFailed.Reason;
import dev.vto.worker.application.port.RemoteMedia.Bounds;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it takes of what a site sends. */
class GuardedTransferTest extends FetchFromSites {

    @Test
    void fetchesAFileAndNamesItByItsRealFormat() {
        int port = site(request ->
                request.response().putHeader("Content-Type", "text/plain").endAndForget(Buffer.buffer(JPEG)));

        Path file = fetch("http://shop.test:" + port + "/a.txt?size=2", folder);

        assertThat(file).hasBinaryContent(JPEG).hasParent(folder);
        assertThat(file.toString()).endsWith(".jpg");
        assertThat(asked).containsExactly("shop.test");
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

    private static void endlessly(HttpServerRequest request, Buffer piece) {
        request.response().write(piece).subscribe().with(written -> endlessly(request, piece), gone -> {});
    }
}
