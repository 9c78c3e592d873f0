package dev.vto.bench.jobs.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests over so many connections, each call in its turn, from one thread: the machine is the server's as well. */
public final class HttpCalls implements Operation, AutoCloseable {

    /**
     * A request that is sent over and over.
     *
     * @param body JSON, or empty for none
     * @param expected status; any other is a failure
     */
    public record Call(String method, String path, String token, String body, int expected) {

        /** Headers by name, in the order in which they are sent. */
        Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Authorization", "Bearer " + token);
            if (!body.isEmpty()) {
                headers.put("Content-Type", "application/json");
            }
            return headers;
        }
    }

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient client;
    private final List<Prepared> calls;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param base of the API, without a path */
    public HttpCalls(URI base, int connections, List<Call> calls) {
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setDefaultHost(base.getHost())
                        .setDefaultPort(base.getPort())
                        .setPipelining(false),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(-1));
        this.calls = calls.stream().map(Prepared::of).toList();
    }

    @Override
    public CompletionStage<?> begin() {
        Prepared call = calls.get(Math.floorMod(turn.getAndIncrement(), calls.size()));
        return client.request(call.options())
                .compose(request -> call.body().length() == 0 ? request.send() : request.send(call.body()))
                .compose(response -> answered(call, response))
                .toCompletionStage();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Future<Buffer> answered(Prepared call, HttpClientResponse response) {
        return response.body()
                .compose(body -> response.statusCode() == call.expected()
                        ? Future.succeededFuture(body)
                        : Future.failedFuture(response.statusCode() + ": " + body));
    }

    /** What is the same each time a call is sent. */
    private record Prepared(RequestOptions options, Buffer body, int expected) {

        static Prepared of(Call call) {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.valueOf(call.method()))
                    .setURI(call.path());
            call.headers().forEach(options::putHeader);
            return new Prepared(options, Buffer.buffer(call.body()), call.expected());
        }
    }
}
