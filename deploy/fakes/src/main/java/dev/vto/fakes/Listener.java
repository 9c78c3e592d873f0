package dev.vto.fakes;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who listens to a fake by WebSocket. */
final class Listener {

    private static final long TELL_MILLIS = 5;

    private final ServerWebSocket socket;

    Listener(ServerWebSocket socket) {
        this.socket = socket;
    }

    /** How it came. */
    Request request() {
        Map<String, String> headers = new HashMap<>();
        socket.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, String> query = new HashMap<>();
        new QueryStringDecoder(socket.uri()).parameters().forEach((name, values) -> query.put(name, values.get(0)));
        return new Request("GET", socket.path(), query, headers, new byte[0]);
    }

    void refuse(int status) {
        socket.reject(status);
    }

    /** Tells what is new until the listener goes; CUT_AFTERWARDS ends it as soon as something was told. */
    void tell(Vertx vertx, Supplier<List<Frame>> feed, Optional<Fault> fault) {
        vertx.setPeriodic(TELL_MILLIS, timer -> {
            if (socket.isClosed()) {
                vertx.cancelTimer(timer);
                return;
            }
            List<Frame> news = feed.get();
            news.forEach(this::send);
            if (!news.isEmpty() && fault.equals(Optional.of(Fault.CUT_AFTERWARDS))) {
                socket.close();
            }
        });
    }

    private void send(Frame frame) {
        Buffer content = Buffer.buffer(frame.content());
        if (frame.isText()) {
            socket.writeTextMessage(content.toString());
        } else {
            socket.writeBinaryMessage(content);
        }
    }
}
