package dev.vto.worker.adapter.out.postgres;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that tests disturb. */
final class Line {

    private static final String HOST = "127.0.0.1";

    private final NetServer server;
    private final Set<NetSocket> callers = ConcurrentHashMap.newKeySet();
    private final Set<NetSocket> fallenSilent = ConcurrentHashMap.newKeySet();
    private final Set<NetSocket> broken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean deaf;
    private volatile boolean cutsAtReply;
    private volatile String breaking;

    private Line(Vertx vertx, String host, int port) {
        NetClient client = vertx.createNetClient();
        server = vertx.createNetServer().connectHandler(caller -> {
            calls.incrementAndGet();
            callers.add(caller);
            caller.pause();
            client.connect(port, host).onSuccess(callee -> {
                caller.handler(request -> {
                    String statement = breaking;
                    if (statement != null
                            && request.toString(StandardCharsets.ISO_8859_1).contains(statement)) {
                        breaking = null;
                        broken.add(caller);
                    }
                    callee.write(request);
                });
                callee.handler(reply -> {
                    if (cutsAtReply || broken.contains(caller)) {
                        caller.close();
                    } else if (!deaf && !fallenSilent.contains(caller)) {
                        caller.write(reply);
                    }
                });
                caller.closeHandler(closed -> {
                    callers.remove(caller);
                    callee.close();
                });
                callee.closeHandler(closed -> caller.close());
                caller.resume();
            });
        });
    }

    static Line to(Vertx vertx, String host, int port) {
        Line line = new Line(vertx, host, port);
        line.server.listen(0, HOST).toCompletionStage().toCompletableFuture().join();
        return line;
    }

    String host() {
        return HOST;
    }

    int port() {
        return server.actualPort();
    }

    /** How often the line was opened. */
    int calls() {
        return calls.get();
    }

    /** How many hold the line open now. */
    int open() {
        return callers.size();
    }

    /** Requests go through, replies are swallowed. */
    void swallowReplies() {
        deaf = true;
    }

    /** Requests go through, and when the reply comes the line breaks. */
    void breakAtReplies() {
        cutsAtReply = true;
    }

    /** The next time that this is said, the line breaks when the reply comes, and is well for the next caller. */
    void breakAtReplyTo(String statement) {
        breaking = statement;
    }

    /** Those who hold the line open now get no more replies; who calls from now on does. */
    void fallSilent() {
        fallenSilent.addAll(callers);
    }

    void mend() {
        deaf = false;
        cutsAtReply = false;
    }
}
