package dev.vto.bench.jobs.measure;

import dev.vto.bench.jobs.load.HttpCalls;
import dev.vto.bench.jobs.load.HttpRole;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.stage.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The process that sends requests to the catalog. */
final class HttpLoad {

    private static final Duration BEGIN_LIMIT = Duration.ofMinutes(2);

    private HttpLoad() {}

    /** @param calls that it makes in turn */
    static Child ready(Stage stage, int connections, List<HttpCalls.Call> calls) throws InterruptedException {
        return ready(stage, stage.catalog(), connections, calls);
    }

    /** @param base of another server than the catalog that is there */
    static Child ready(Stage stage, URI base, int connections, List<HttpCalls.Call> calls) throws InterruptedException {
        Child child = stage.child(HttpRole.class);
        try {
            child.ask(
                    HttpRole.BEGIN,
                    new HttpRole.Begin(base.toString(), connections, calls, stage.login()),
                    String.class,
                    BEGIN_LIMIT);
            return child;
        } catch (RuntimeException | InterruptedException e) {
            child.close();
            throw e;
        }
    }
}
