package dev.vto.local;

import dev.vto.infra.PostgresServer;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running stack: PostgreSQL, Kafka, the catalog and workers, started in this order and stopped in the reverse. A
 * service that dies is reported and not restarted.
 */
final class Stack implements AutoCloseable {

    private static final Duration CATALOG_GRACE = Duration.ofSeconds(20);
    private static final Duration WORKER_GRACE = Duration.ofSeconds(45);

    private final StackOptions options;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<ServiceProcess> workers = new ArrayList<>();
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Nullable
    private ServiceProcess catalog;

    @Nullable
    private Servers servers;

    @Nullable
    private ServiceSettings settings;

    @Nullable
    private Children children;

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
    static Stack start(StackOptions options, Terminal terminal, StopSignal stop) throws InterruptedException {
        Stack stack = new Stack(options, terminal, stop);
        try {
            stack.file = stack.startAll();
            stack.ready.set(true);
            return stack;
        } catch (UncheckedIOException | IllegalStateException e) {
            stack.close();
            throw new StackFailure(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    /** Why no job can go on: the catalog has died, or the last worker. */
    Optional<String> outage() {
        List<ServiceProcess> needed = catalog == null || catalog.isAlive() ? workers : List.of(catalog);
        return needed.stream().allMatch(service -> !service.isAlive())
                ? needed.stream().findFirst().map(ServiceProcess::epitaph)
                : Optional.empty();
    }

    StackFile file() {
        if (file == null) {
            throw new IllegalStateException("the stack has not started");
        }
        return file;
    }

    Servers servers() {
        if (servers == null) {
            throw new IllegalStateException("the stack has not started");
        }
        return servers;
    }

    /**
     * Starts one more worker, without waiting until it is ready.
     *
     * @param own settings of this worker alone
     */
    ServiceProcess startWorker(String name, Map<String, String> own) {
        if (settings == null || children == null) {
            throw new IllegalStateException("the stack has not started");
        }
        Map<String, String> environment = settings.worker(name);
        environment.putAll(own);
        ServiceProcess worker = launch(name, "vto-worker", environment, settings);
        watch(worker, children, WORKER_GRACE);
        workers.add(worker);
        return worker;
    }

    /** Stops everything in order. */
    @Override
    public void close() {
        stopping.set(true);
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
        Home home = started(Home.open(options.home()));
        StackFile.remove(home.stackFile());
        children = started(Children.watch(home));
        int httpPort = Port.choose(environment, "VTO_HTTP_PORT", 8080);
        Secrets secrets = Secrets.loadOrMake(home.secrets());
        Servers found = started(new Servers(environment, options.network(), home, secrets, children));
        servers = found;
        try (Steps steps = new Steps(terminal.begin("starting"), 3 + options.workers())) {
            steps.next("PostgreSQL");
            found.startPostgres();
            stop.check();
            steps.next("Kafka");
            found.startKafka();
            settings = new ServiceSettings(
                    environment, home, secrets, found.databaseUrl(), found.kafkaBootstrap(), options.generator());
            steps.next("catalog-service");
            startCatalog(settings, httpPort, children);
            startWorkers(steps);
            steps.finish();
            return write(
                    new StackFile(
                            "http://" + Port.HOST + ":" + httpPort,
                            catalog().managementUrl(),
                            found.postgres().jdbcUrl(),
                            PostgresServer.SUPERUSER,
                            secrets.of("superuser"),
                            found.kafkaBootstrap(),
                            home.media().toString(),
                            catalog().pid(),
                            found.postgres().pid(),
                            workers.stream().map(StackFile.Worker::of).toList()),
                    home);
        }
    }

    private void startCatalog(ServiceSettings settings, int httpPort, Children children) throws InterruptedException {
        ServiceProcess service = launch("catalog-service", "catalog-service", settings.catalog(httpPort), settings);
        catalog = service;
        watch(service, children, CATALOG_GRACE);
        service.awaitReady(stop);
    }

    /** All at once: each takes its time to begin. */
    private void startWorkers(Steps steps) throws InterruptedException {
        for (int i = 1; i <= options.workers(); i++) {
            startWorker("worker-" + i, Map.of());
        }
        for (ServiceProcess worker : workers) {
            steps.next(worker.name());
            worker.awaitReady(stop);
        }
    }

    private ServiceProcess launch(
            String name, String module, Map<String, String> environment, ServiceSettings settings) {
        int management = Port.choose(Map.of(), "VTO_MANAGEMENT_PORT", 0);
        return ServiceProcess.start(
                name, options.service(module), environment, settings.home().logs(), management);
    }

    private void watch(ServiceProcess service, Children children, Duration grace) {
        children.add(service);
        parts.push(() -> {
            terminal.say("stopping " + service.name());
            service.stop(grace);
        });
        service.onExit(() -> {
            if (!stopping.get()) {
                children.lost(service);
                // Before that, its death ends the start, which tells of it.
                if (ready.get()) {
                    terminal.say(service.epitaph());
                }
            }
        });
    }

    private StackFile write(StackFile content, Home home) {
        content.write(home.stackFile());
        parts.push(() -> StackFile.remove(home.stackFile()));
        return content;
    }

    private ServiceProcess catalog() {
        if (catalog == null) {
            throw new IllegalStateException("the catalog has not started");
        }
        return catalog;
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
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
