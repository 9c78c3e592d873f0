package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store on one side, a reader on the other, over real connections. */
class FileSenderTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** More than all buffers between a store and a reader hold. */
    private static final byte[] FILE = new byte[64 << 20];

    private static Vertx vertx;
    private static HttpClient reader;

    private HttpServer store;
    private HttpServer front;
    private ByteRange range = ByteRange.parse(null, FILE.length);

    @BeforeAll
    static void open() {
        new Random(42).nextBytes(FILE);
        vertx = Vertx.vertx();
        reader = vertx.createHttpClient();
    }

    @AfterAll
    static void close() {
        got(vertx.close());
    }

    @AfterEach
    void stop() {
        got(store.close());
        got(front.close());
    }

    @Test
    void passesAFileOn() {
        storeAnswers(FileSenderTest::sendRange);

        assertThat(body(read())).isEqualTo(FILE);
    }

    @Test
    void asksTheStoreForTheRangeAlone() {
        CompletableFuture<String> asked = new CompletableFuture<>();
        range = ByteRange.parse("bytes=10-19", FILE.length);
        storeAnswers(request -> {
            asked.complete(request.getHeader("Range"));
            sendRange(request);
        });

        assertThat(body(read())).isEqualTo(Arrays.copyOfRange(FILE, 10, 20));
        assertThat(asked).isCompletedWithValue("bytes=10-19");
    }

    @Test
    void sendsAnEmptyFileWithoutAsking() {
        range = ByteRange.parse(null, 0);
        storeAnswers(request -> request.response().setStatusCode(416).end());

        assertThat(body(read())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 403, 404, 500, 503})
    void beginsNoResponseWhereTheStoreDoesNotGiveWhatWasAsked(int status) {
        storeAnswers(request -> request.response().setStatusCode(status).end("<Error/>"));

        assertThat(read().statusCode()).isEqualTo(503);
    }

    @Test
    void beginsNoResponseWhereTheStoreCannotBeReached() {
        storeAnswers(request -> {});
        got(store.close());

        assertThat(read().statusCode()).isEqualTo(503);
    }

    @Test
    void beginsNoResponseWhereAFileIsGone() {
        store = listen(request -> {});
        frontSends(URI.create("file:///there/is/no/such/file.jpg"));

        assertThat(read().statusCode()).isEqualTo(503);
    }

    @Test
    void breaksOffWhereTheStoreDoes() {
        storeAnswers(request -> {
            request.response()
                    .setStatusCode(206)
                    .putHeader("Content-Length", Integer.toString(FILE.length))
                    .write(Buffer.buffer(FILE).slice(0, 1 << 20));
            vertx.runOnContext(written -> request.connection().close());
        });

        assertThatThrownBy(() -> body(read())).hasCauseInstanceOf(HttpClosedException.class);
    }

    @Test
    void takesNoMoreFromTheStoreThanTheReaderTakes() {
        CompletableFuture<HttpServerResponse> sending = new CompletableFuture<>();
        storeAnswers(request -> {
            sendRange(request);
            sending.complete(request.response());
        });
        HttpClientResponse read = read();

        HttpServerResponse stored = got(sending);
        await().atMost(LIMIT).until(stored::writeQueueFull);
        assertThat(stored.bytesWritten()).isLessThan(FILE.length);
        assertThat(body(read)).isEqualTo(FILE);
    }

    @Test
    void leavesTheStoreWithTheReader() throws Exception {
        CompletableFuture<Void> left = new CompletableFuture<>();
        storeAnswers(request -> {
            request.connection().closeHandler(left::complete);
            sendRange(request);
        });

        read().request().connection().close();

        left.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** In pieces, as a store sends a file. */
    private static void sendRange(HttpServerRequest request) {
        String[] ends = request.getHeader("Range").substring("bytes=".length()).split("-");
        int first = Integer.parseInt(ends[0]);
        int end = Integer.parseInt(ends[1]) + 1;
        request.response().setStatusCode(206).putHeader("Content-Length", Integer.toString(end - first));
        sendPieces(request.response(), Buffer.buffer(FILE).slice(first, end), 0);
    }

    private static void sendPieces(HttpServerResponse response, Buffer bytes, int from) {
        int to = Math.min(from + (64 << 10), bytes.length());
        Future<Void> sent =
                to == bytes.length() ? response.end(bytes.slice(from, to)) : response.write(bytes.slice(from, to));
        if (to < bytes.length()) {
            sent.onSuccess(written -> sendPieces(response, bytes, to));
        }
    }

    private void storeAnswers(Consumer<HttpServerRequest> answer) {
        store = listen(answer);
        frontSends(URI.create("http://127.0.0.1:" + store.actualPort() + "/bucket/a.mp4?X-Amz-Signature=1"));
    }

    private void frontSends(URI source) {
        FileSender sender = new FileSender(vertx);
        front = listen(request -> sender.send(source, range, request.response(), trouble -> request.response()
                .setStatusCode(503)
                .putHeader("Content-Length", "0")
                .end()));
    }

    private static HttpServer listen(Consumer<HttpServerRequest> answer) {
        return got(vertx.createHttpServer().requestHandler(answer::accept).listen(0, "127.0.0.1"));
    }

    /** Nothing of the body is taken yet. */
    private HttpClientResponse read() {
        return got(reader.request(HttpMethod.GET, front.actualPort(), "127.0.0.1", "/a")
                .compose(request -> request.send().map(response -> {
                    response.pause();
                    return response;
                })));
    }

    private static byte[] body(HttpClientResponse response) {
        Future<Buffer> body = response.body();
        response.resume();
        return got(body).getBytes();
    }

    private static <T> T got(Future<T> future) {
        return got(future.toCompletionStage().toCompletableFuture());
    }

    private static <T> T got(CompletableFuture<T> future) {
        return future.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }
}
