package dev.vto.fakes;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A running fake of one backend. */
public final class FakeBackend implements AutoCloseable {

    private static final long SLOW_MILLIS = 500;
    private static final long HELD_MILLIS = 5;
    private static final int LARGEST_BODY = 64 << 20;

    /** One for all fakes of a process; it lives as long. */
    private static final Vertx VERTX = Vertx.vertx();

    private final Protocol protocol;
    private final Faults faults = new Faults();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Consumer<String> log;
    private final HttpServer server;
    private final Backstage backstage;

    /** @param log is told of each request and its answer, and of no secret */
    private FakeBackend(Protocol protocol, int port, String key, Duration pace, Clock clock, Consumer<String> log) {
        this.protocol = protocol;
        this.log = log;
        this.server = VERTX.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::receive)
                .webSocketHandler(this::connect)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        this.backstage = new Backstage(url(), key, new Jobs(faults, pace), clock);
    }

    /**
     * Starts a fake on this machine's own address.
     *
     * @param port 0 for a free one
     * @param pace how long each step of a job takes; it has five
     */
    public static FakeBackend start(Protocol protocol, int port, String key, Duration pace, Consumer<String> log) {
        return new FakeBackend(protocol, port, key, pace, Clock.systemUTC(), log);
    }

    /** Starts one at a free port that takes its time from a clock. */
    public static FakeBackend start(Protocol protocol, String key, Duration pace, Clock clock) {
        return new FakeBackend(protocol, 0, key, pace, clock, line -> {});
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** The next requests or jobs meet with a fault, so many times. */
    public void inject(Fault fault, Purpose on, int times) {
        faults.inject(fault, on, times);
    }

    /** Lets jobs that never end go on. */
    public void release() {
        backstage.jobs().release();
    }

    /** Knows no job any more. */
    public void forgetJobs() {
        backstage.jobs().forget();
    }

    /** How many jobs were taken on. */
    public int submits() {
        return backstage.jobs().submits();
    }

    /** How many jobs were to be stopped. */
    public int cancels() {
        return backstage.jobs().cancels();
    }

    /** How many jobs are not over. */
    public long running() {
        return backstage.jobs().open();
    }

    /** What a request to this fake is for; empty where it has no such path. */
    public Optional<Purpose> purpose(Request request) {
        return request.path().startsWith("/files/") ? Optional.of(Purpose.FILE) : protocol.purpose(request);
    }

    /** All requests so far. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    private void receive(HttpServerRequest http) {
        if (Long.parseLong(Optional.ofNullable(http.getHeader("Content-Length")).orElse("0")) > LARGEST_BODY) {
            http.connection().close();
            return;
        }
        http.body().onSuccess(body -> VERTX.executeBlocking(() -> {
                    Request request = request(http, body);
                    requests.add(request);
                    return answer(request);
                })
                .onSuccess(outcome -> outcome.send(http, log))
                .onFailure(defect -> {
                    log.accept(defect.toString());
                    http.response().setStatusCode(500).end();
                }));
    }

    private void connect(ServerWebSocket socket) {
        Listener listener = new Listener(socket);
        Request request = listener.request();
        requests.add(request);
        Optional<Fault> fault = faults.take(Purpose.WATCH);
        Optional<Supplier<List<Frame>>> feed = protocol.feed(request, backstage);
        log.accept("WS " + request.path()
                + fault.map(befallen -> " (" + befallen.label() + ")").orElse(""));
        if (feed.isEmpty()
                || fault.filter(befallen -> befallen != Fault.CUT_AFTERWARDS).isPresent()) {
            listener.refuse(feed.isEmpty() ? 404 : 500);
        } else {
            listener.tell(VERTX, feed.get(), fault);
        }
    }

    /** What becomes of a request. */
    private record Outcome(Reply reply, Optional<Fault> fault) {

        private void send(HttpServerRequest http, Consumer<String> log) {
            log.accept(http.method() + " " + http.path() + " -> "
                    + (reply instanceof Answer answer ? answer.status() : "held")
                    + fault.map(befallen -> " (" + befallen.label() + ")").orElse(""));
            if (fault.isPresent() && (fault.get() == Fault.CUT || fault.get() == Fault.CUT_AFTERWARDS)) {
                http.connection().close();
                if (reply instanceof Held held) {
                    held.dropped().run();
                }
            } else if (fault.isPresent() && fault.get() == Fault.SLOW) {
                VERTX.setTimer(SLOW_MILLIS, late -> write(http));
            } else {
                write(http);
            }
        }

        private void write(HttpServerRequest http) {
            if (reply instanceof Held held) {
                hold(held, http);
            } else {
                write((Answer) reply, http);
            }
        }

        /** That the asker has gone is looked for, since nobody is told of one that went before. */
        private static void hold(Held held, HttpServerRequest http) {
            VERTX.setPeriodic(HELD_MILLIS, timer -> {
                if (http.response().closed()) {
                    VERTX.cancelTimer(timer);
                    held.dropped().run();
                    return;
                }
                held.answer().get().ifPresent(given -> {
                    VERTX.cancelTimer(timer);
                    write(given, http);
                });
            });
        }

        private static void write(Answer answer, HttpServerRequest http) {
            http.response().setStatusCode(answer.status());
            answer.headers().forEach((name, value) -> http.response().putHeader(name, value));
            http.response().end(Buffer.buffer(answer.body()));
        }
    }

    private Outcome answer(Request request) {
        Optional<Purpose> purpose = purpose(request);
        Optional<Fault> fault = purpose.flatMap(faults::take);
        try {
            if (purpose.isEmpty()) {
                throw new Refused(404, "there is no " + request.method() + " " + request.path());
            }
            if (fault.isPresent() && !isOfConnection(fault.get())) {
                return new Outcome(protocol.refusal(fault.get()), fault);
            }
            if (fault.isPresent() && fault.get() == Fault.CUT) {
                return new Outcome(Answer.json(500, Map.of()), fault);
            }
            return new Outcome(
                    request.path().startsWith("/files/") ? file(request) : protocol.answer(request, backstage), fault);
        } catch (Refused refused) {
            return new Outcome(protocol.refusal(refused), fault);
        }
    }

    private static boolean isOfConnection(Fault fault) {
        return fault == Fault.CUT || fault == Fault.CUT_AFTERWARDS || fault == Fault.SLOW;
    }

    private Answer file(Request request) {
        return backstage
                .jobs()
                .find(request.segment(1))
                .flatMap(Job::made)
                .map(made -> Answer.file(made.contentType(), made.content()))
                .orElseGet(() -> Answer.json(404, Map.of("error", "gone")));
    }

    private static Request request(HttpServerRequest http, Buffer body) {
        Map<String, String> headers = new HashMap<>();
        http.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        Map<String, String> query = new HashMap<>();
        http.params().forEach(query::put);
        return new Request(http.method().name(), http.path(), query, headers, body.getBytes());
    }
}
