package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.load.ClosedLoop.Counted;
import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.load.HttpRole;
import dev.vto.bench.jobs.load.Wrk;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.report.UnderLoad;
import dev.vto.bench.jobs.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Requests to a server: as many as there can be by wrk, where it is, and otherwise by a process of ours. */
final class HttpLoad implements AutoCloseable {

    private static final Duration BEGIN_LIMIT = Duration.ofMinutes(2);

    private final Stage stage;
    private final URI base;
    private final int connections;
    private final List<HttpCalls.Call> calls;
    private final Child child;

    private HttpLoad(Stage stage, URI base, int connections, List<HttpCalls.Call> calls) throws InterruptedException {
        this.stage = stage;
        this.base = base;
        this.connections = connections;
        this.calls = calls;
        this.child = stage.child(HttpRole.class);
    }

    /** @param calls that are made in turn */
    static HttpLoad ready(Stage stage, int connections, List<HttpCalls.Call> calls) throws InterruptedException {
        return ready(stage, stage.catalog(), connections, calls);
    }

    /** @param base of another server than the catalog that is there */
    static HttpLoad ready(Stage stage, URI base, int connections, List<HttpCalls.Call> calls)
            throws InterruptedException {
        HttpLoad load = new HttpLoad(stage, base, connections, calls);
        try {
            load.child.ask(
                    HttpRole.BEGIN,
                    new HttpRole.Begin(base.toString(), connections, calls, stage.login()),
                    String.class,
                    BEGIN_LIMIT);
            return load;
        } catch (RuntimeException | InterruptedException e) {
            load.close();
            throw e;
        }
    }

    /** What rates were measured with. */
    static String note() {
        return Wrk.program().isPresent()
                ? "rate by wrk; latencies at 70% of what a client in Java can do"
                : "by a client in Java";
    }

    /** The process that sends requests when they are due. */
    Child child() {
        return child;
    }

    /**
     * One round.
     *
     * @param warmUp before the first requests that count
     */
    UnderLoad put(String who, Duration warmUp) throws IOException, InterruptedException {
        Duration time = stage.scale().time();
        Optional<Path> program = Wrk.program();
        if (program.isEmpty()) {
            return Load.put(who, child, connections, warmUp, time);
        }
        Counted most = new Wrk(program.get(), base, connections, stage.folder().resolve("wrk"), stage.stop())
                .run(calls, warmUp, time);
        Load.requireNone(who, most.failed());
        return Load.put(who, child, connections, stage.scale().warmUp(), time).beside(most);
    }

    @Override
    public void close() {
        child.close();
    }
}
