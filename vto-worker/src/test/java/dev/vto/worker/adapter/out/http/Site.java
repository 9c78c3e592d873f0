package dev.vto.worker.adapter.out.http;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpServer;
import io.vertx.mutiny.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** A site of the loopback interface that answers as a test says. */
record Site(HttpServer server, String address) implements AutoCloseable {

    static Site at(Vertx vertx, String address, int port, Consumer<HttpServerRequest> answer) {
        return at(vertx, address, port, new HttpServerOptions(), answer);
    }

    static Site at(
            Vertx vertx, String address, int port, HttpServerOptions options, Consumer<HttpServerRequest> answer) {
        HttpServer server = vertx.createHttpServer(options).requestHandler(answer);
        return new Site(server.listenAndAwait(port, address), address);
    }

    int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.closeAndAwait();
    }
}
