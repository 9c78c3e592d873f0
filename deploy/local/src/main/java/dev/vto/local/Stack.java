package dev.vto.local;

import dev.vto.infra.PostgresServer;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running stack: PostgreSQL, Kafka, the catalog and workers, started in this order and stopped in the reverse. */
public final class Stack implements AutoCloseable {

    private final StackOptions options;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    @Nullable
    private Servers servers;

    @Nullable
    private Services services;

    @Nullable
    private StackFile file;

    private Stack(StackOptions options, Terminal terminal, StopSignal stop) {
        this.options = options;
        this.terminal = terminal;
        this.stop = stop;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @param terminal is told of each step, and of each service that dies
     * @throws StackFailure if something cannot start; what had started is stopped again
     * @throws StopSignal.Stopped if it is told to stop before it is ready; likewise
     */
    public static Stack start(StackOptions options, Terminal terminal, StopSignal stop) throws InterruptedException {
        Stack stack = new Stack(options, terminal, stop);
        try {
            stack.file = stack.startAll();
            stack.services().report();
            return stack;
        } catch (UncheckedIOException | IllegalStateException e) {
            stack.close();
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    public StackFile file() {
        return started(file);
    }

    Servers servers() {
        return started(servers);
    }

    public Services services() {
        return started(services);
    }

    /** Stops everything in order. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                terminal.say("while stopping: " + e.getMessage());
            }
        }
    }

    private StackFile startAll() throws InterruptedException {
        Map<String, String> environment = options.environment();
        Home home = opened(Home.open(options.home()));
        StackFile.remove(home.stackFile());
        Children children = opened(Children.watch(home));
        int httpPort = Port.choose(environment, "VTO_HTTP_PORT", 8080);
        Secrets secrets = Secrets.loadOrMake(home.secrets());
        Servers servers = opened(new Servers(environment, options.network(), home, secrets, children));
        this.servers = servers;
        try (Steps steps = new Steps(terminal.begin("starting"), 3 + options.workers())) {
            steps.next("PostgreSQL");
            servers.startPostgres();
            stop.check();
            steps.next("Kafka");
            servers.startKafka();
            ServiceSettings settings = new ServiceSettings(
                    environment, home, secrets, servers.databaseUrl(), servers.kafkaBootstrap(), options.generator());
            Services services = opened(new Services(options.project(), settings, children, terminal));
            this.services = services;
            steps.next("catalog-service");
            ServiceProcess catalog = services.startCatalog("catalog-service", httpPort);
            catalog.awaitReady(stop);
            startWorkers(services, steps);
            steps.finish();
            return write(
                    new StackFile(
                            "http://" + Port.HOST + ":" + httpPort,
                            catalog.managementUrl(),
                            servers.postgres().jdbcUrl(),
                            PostgresServer.SUPERUSER,
                            secrets.of("superuser"),
                            servers.kafkaBootstrap(),
                            home.media().toString(),
                            catalog.pid(),
                            servers.postgres().pid(),
                            services.workers().stream()
                                    .map(StackFile.Worker::of)
                                    .toList()),
                    home);
        }
    }

    /** All at once: each takes its time to begin. */
    private void startWorkers(Services services, Steps steps) throws InterruptedException {
        for (int i = 1; i <= options.workers(); i++) {
            services.startWorker("worker-" + i, Map.of());
        }
        for (ServiceProcess worker : services.workers()) {
            steps.next(worker.name());
            worker.awaitReady(stop);
        }
    }

    private StackFile write(StackFile content, Home home) {
        content.write(home.stackFile());
        parts.push(() -> StackFile.remove(home.stackFile()));
        return content;
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the stack has not started");
        }
        return part;
    }

    /** How far the start is, in parts of the stack. */
    private static final class Steps implements AutoCloseable {

        private final Terminal.Task task;
        private final int all;
        private int begun;
        private String now = "";

        Steps(Terminal.Task task, int all) {
            this.task = task;
            this.all = all;
        }

        void next(String part) {
            now = part;
            task.at((double) begun++ / all, now);
        }

        void finish() {
            task.at(1, now);
        }

        @Override
        public void close() {
            task.close();
        }
    }
}
