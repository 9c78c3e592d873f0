package dev.vto.catalog.adapter.in.rest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends stored files, off the disk or passed on from a store: piece by piece, as fast as whoever reads them takes them,
 * and no longer than they do.
 */
final class FileSender {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Of the store, or of a reader who takes nothing: it asks for the rest by its range. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** Each reader holds a connection of the store. */
    private static final int MOST_READERS = 500;

    private final HttpClient client;

    FileSender(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setIdleTimeout((int) SILENCE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxPoolSize(MOST_READERS)
                .setMaxWaitQueueSize(MOST_READERS));
    }

    /**
     * Sends bytes of a file as the body of a response whose status and headers are set.
     *
     * @param source as {@link dev.vto.shared.adapter.media.MediaFinder.Found} tells it
     * @param unreached is told where the store gives nothing; the response is not begun then
     */
    void send(URI source, ByteRange range, HttpServerResponse response, Consumer<Throwable> unreached) {
        if (source.getScheme().equals("file")) {
            response.sendFile(Path.of(source).toString(), range.first(), range.length())
                    .onFailure(trouble -> {
                        if (response.headWritten()) {
                            response.reset();
                        } else {
                            unreached.accept(trouble);
                        }
                    });
            return;
        }
        response.putHeader("Content-Length", Long.toString(range.length()));
        if (range.length() == 0) {
            response.end();
            return;
        }
        client.request(new RequestOptions()
                        .setAbsoluteURI(source.toString())
                        .setConnectTimeout(CONNECT.toMillis())
                        .putHeader("Range", "bytes=" + range.first() + "-" + range.last()))
                .compose(request -> asked(request, response))
                .compose(stored -> isWhatWasAsked(stored, range) ? Future.succeededFuture(stored) : refused(stored))
                .onSuccess(stored -> passOn(stored, response))
                .onFailure(unreached::accept);
    }

    /** A reader who leaves takes the request along. */
    private static Future<HttpClientResponse> asked(HttpClientRequest request, HttpServerResponse response) {
        response.closeHandler(left -> request.reset());
        return request.send().map(stored -> {
            stored.pause();
            return stored;
        });
    }

    /** A store may know no ranges and send the whole, which is as good where the whole was asked for. */
    private static boolean isWhatWasAsked(HttpClientResponse stored, ByteRange range) {
        return (stored.statusCode() == 206 || stored.statusCode() == 200)
                && Long.toString(range.length()).equals(stored.getHeader("Content-Length"));
    }

    private static Future<HttpClientResponse> refused(HttpClientResponse stored) {
        stored.request().reset();
        return Future.failedFuture(new IOException("the store answers " + stored.statusCode()));
    }

    /** What breaks off here breaks off there: a response that ended early would look whole. */
    private static void passOn(HttpClientResponse stored, HttpServerResponse response) {
        stored.pipe().endOnFailure(false).to(response).onFailure(broken -> {
            stored.request().reset();
            response.reset();
        });
    }
}
