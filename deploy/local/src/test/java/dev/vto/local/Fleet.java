package dev.vto.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The worker processes of a stack, to be killed, suspended and replaced while they run jobs. One stack of three workers
 * serves all classes that are extended {@code with} {@link Shared}.
 */
final class Fleet implements AutoCloseable {

    static final int MAX_LOSSES = 100;
    static final Duration LEASE = Duration.ofSeconds(3);
    static final Duration HEARTBEAT = Duration.ofMillis(500);

    /** Longer than workers are given to remove files themselves, so that it is seen whether they do. */
    static final Duration SWEEP_GRACE = Duration.ofSeconds(15);

    static final int SLOTS = 2;

    private static final int SIZE = 3;

    /** Limits are on as in production, and so high that no test meets them. */
    private static final String MANY = "1000000";

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("VTO_HTTP_PORT", "0"),
            Map.entry("VTO_JOB_MAX_LOSSES", Integer.toString(MAX_LOSSES)),
            Map.entry("VTO_LIMITS", "on"),
            Map.entry("VTO_LIMITS_SIGN_INS_PER_MINUTE", MANY),
            Map.entry("VTO_LIMITS_OPEN_JOBS", MANY),
            Map.entry("VTO_LIMITS_REQUESTS_PER_MINUTE", MANY),
            Map.entry("VTO_SIMULATED_LATENCY", "PT0.4S"),
            Map.entry("VTO_SWEEP_GRACE", SWEEP_GRACE.toString()),
            Map.entry("VTO_SWEEP_INTERVAL", "PT1S"),
            Map.entry("VTO_SWEEP_REST", "PT1S"),
            Map.entry("VTO_WORKER_GRACE", "PT1S"),
            Map.entry("VTO_WORKER_HEARTBEAT", HEARTBEAT.toString()),
            Map.entry("VTO_WORKER_LEASE", LEASE.toString()),
            Map.entry("VTO_WORKER_SLOTS", Integer.toString(SLOTS)));

    private final FailingNetwork network = new FailingNetwork();
    private final TestStack stack = TestStack.start(SIZE, SETTINGS, network);
    private final Map<String, ProcessHandle> workers = new HashMap<>();
    private final Random random = new Random();
    private int maxLosses = MAX_LOSSES;
    private int started = SIZE;

    private Fleet() {
        file().workers()
                .forEach(worker -> workers.put(
                        worker.name(), ProcessHandle.of(worker.pid()).orElseThrow()));
    }

    /** Gives test classes the fleet that they share. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Fleet.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Fleet.class, key -> new Fleet(), Fleet.class);
        }
    }

    StackFile file() {
        return stack.stack().file();
    }

    /** How many jobs run at once. */
    int slots() {
        return workers.size() * SLOTS;
    }

    FailingNetwork network() {
        return network;
    }

    Servers servers() {
        return stack.stack().servers();
    }

    Set<String> workers() {
        return Set.copyOf(workers.keySet());
    }

    Database database() {
        return new Database(file());
    }

    /** Waits for a random moment at which a worker runs a job, and names a random one of those. */
    String awaitBusy() {
        return await().pollDelay(Duration.ofMillis(random.nextInt(1000)))
                .pollInterval(Duration.ofMillis(20))
                .atMost(LIMIT)
                .until(this::busy, busy -> !busy.isEmpty())
                .get(0);
    }

    /** SIGKILL. */
    void kill(String worker) throws Exception {
        ProcessHandle process = workers.remove(worker);
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** SIGTERM. */
    void stop(String worker) throws Exception {
        ProcessHandle process = workers.remove(worker);
        process.destroy();
        awaitEnd(process);
    }

    /** SIGSTOP: the process stands still, and its connections stay open. */
    void suspend(String worker) throws Exception {
        signal("-STOP", worker);
    }

    /** SIGCONT. */
    void resume(String worker) throws Exception {
        signal("-CONT", worker);
    }

    /** Starts a worker for one that was killed; it takes jobs as soon as it can. */
    void replace() {
        start(Map.of("VTO_JOB_MAX_LOSSES", Integer.toString(maxLosses)));
    }

    /** Sees to it that every worker fails jobs after so many losses: where it is new, all are replaced. */
    void allowLosses(int losses) throws Exception {
        if (losses != maxLosses) {
            maxLosses = losses;
            for (String worker : workers()) {
                kill(worker);
                replace();
            }
        }
    }

    /** Starts one more worker, with settings of its own, and names it. */
    String start(Map<String, String> settings) {
        String name = "worker-" + ++started;
        workers.put(name, stack.stack().services().startWorker(name, settings).handle());
        return name;
    }

    @Override
    public void close() {
        stack.close();
        network.close();
    }

    private List<String> busy() throws Exception {
        return database()
                .rows("SELECT DISTINCT worker, random() FROM vto_job WHERE status = 'RUNNING' ORDER BY 2")
                .stream()
                .map(row -> (String) row.get("worker"))
                .filter(workers::containsKey)
                .toList();
    }

    private void signal(String signal, String worker) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        "kill", signal, Long.toString(workers.get(worker).pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new AssertionError("kill " + signal + " " + worker + " answered " + exit);
        }
    }

    private static void awaitEnd(ProcessHandle process)
            throws InterruptedException, ExecutionException, TimeoutException {
        process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
