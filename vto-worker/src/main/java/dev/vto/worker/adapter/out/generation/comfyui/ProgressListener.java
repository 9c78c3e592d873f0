package dev.vto.worker.adapter.out.generation.comfyui;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hears by WebSocket how far workflows are. Nothing hangs on it: a connection that fails is made again at the next look,
 * and until then no more is heard.
 */
final class ProgressListener {

    /** Pictures that are shown on the way come as frames of their own, which are not looked at. */
    private static final int LARGEST_FRAME = 8 << 20;

    private final WebSocketClient sockets;
    private final URI server;
    private final Optional<String> authorization;

    ProgressListener(Vertx vertx, URI server, Duration connectTimeout, Optional<String> authorization) {
        this.sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setMaxFrameSize(LARGEST_FRAME)
                .setMaxMessageSize(LARGEST_FRAME));
        this.server = server;
        this.authorization = authorization;
    }

    /** @param nodes how many the workflow has */
    Ear ear(int nodes, @Nullable String traceparent) {
        return new Ear(nodes, traceparent);
    }

    /** Hears of one workflow, until it is closed. */
    final class Ear implements AutoCloseable {

        private final Progress progress;
        private final @Nullable String traceparent;
        private @Nullable Future<WebSocket> socket;
        private boolean closed;

        private Ear(int nodes, @Nullable String traceparent) {
            this.progress = new Progress(nodes);
            this.traceparent = traceparent;
        }

        /** How much is done, 0 to 1, as far as it was heard. */
        double fraction() {
            return progress.fraction();
        }

        /** Connects where there is no connection. */
        synchronized void listen(String promptId) {
            if (!closed && (socket == null || isLost(socket))) {
                // What comes with the connection already would be lost to a handler that is set after it.
                ClientWebSocket next = sockets.webSocket();
                next.textMessageHandler(text -> progress.hear(promptId, text));
                socket = next.connect(options(promptId));
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (socket != null) {
                socket.onSuccess(WebSocket::close);
            }
        }

        private static boolean isLost(Future<WebSocket> socket) {
            return socket.failed() || (socket.succeeded() && socket.result().isClosed());
        }

        private WebSocketConnectOptions options(String promptId) {
            WebSocketConnectOptions options = new WebSocketConnectOptions();
            options.setSsl(server.getScheme().equals("https"))
                    .setHost(server.getHost())
                    .setPort(server.getPort() >= 0 ? server.getPort() : options.isSsl() ? 443 : 80)
                    .setURI(server.getPath() + "/ws?clientId=" + promptId);
            authorization.ifPresent(value -> options.putHeader("Authorization", value));
            if (traceparent != null) {
                options.putHeader("traceparent", traceparent);
            }
            return options;
        }
    }
}
