package dev.vto.local;

import dev.vto.infra.KafkaBroker;
import dev.vto.infra.PostgresServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running stack: PostgreSQL, Kafka, the catalog and workers, started in this order and stopped in the reverse. A
 * service that dies is reported and not restarted.
 */
final class Stack implements AutoCloseable {

    private static final Duration CATALOG_GRACE = Duration.ofSeconds(20);
    private static final Duration WORKER_GRACE = Duration.ofSeconds(45);

    private final StackOptions options;
    private final Consumer<String> report;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Nullable
    private StackFile file;

    private Stack(StackOptions options, Consumer<String> report) {
        this.options = options;
        this.report = report;
    }

    /**
     * Starts everything and waits until it is ready.
     *
     * @param report gets a line for each step, and for each service that dies
     * @throws StackFailure if something cannot start; what had started is stopped again
     */
    static Stack start(StackOptions options, Consumer<String> report) throws InterruptedException {
        Stack stack = new Stack(options, report);
        try {
            stack.file = stack.startAll();
            return stack;
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    StackFile file() {
        if (file == null) {
            throw new IllegalStateException("the stack has not started");
        }
        return file;
    }

    /** Stops everything in order. */
    @Override
    public void close() {
        stopping.set(true);
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                report.accept("while stopping: " + e.getMessage());
            }
        }
    }

    private StackFile startAll() throws InterruptedException {
        Map<String, String> environment = options.environment();
        Home home = started(Home.open(options.home()));
        StackFile.remove(home.stackFile());
        Leftovers leftovers = new Leftovers(home.pids());
        leftovers.end();
        parts.push(leftovers::forget);
        int httpPort = Port.choose(environment, "VTO_HTTP_PORT", 8080);
        int postgresPort = Port.choose(environment, "VTO_PG_PORT", 0);
        int kafkaPort = Port.choose(environment, "VTO_KAFKA_PORT", 0);
        Secrets secrets = Secrets.loadOrMake(home.secrets());
        Tether tether = started(Tether.attach());

        report.accept("starting PostgreSQL");
        PostgresServer postgres = started(PostgresServer.start(home.postgres(), postgresPort, secrets.database()));
        tether.postgres(postgres.pid());
        ProcessHandle.of(postgres.pid()).ifPresent(leftovers::remember);
        report.accept("starting Kafka");
        KafkaBroker kafka = started(KafkaBroker.start(home.kafka(), kafkaPort));
        kafka.ensureTopics(Integer.MAX_VALUE);

        Map<String, String> shared = new HashMap<>(Map.of(
                "VTO_DB_URL", postgres.url(),
                "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap(),
                "VTO_MEDIA_DIR", home.media().toString(),
                "QUARKUS_HTTP_HOST", Port.HOST,
                "VTO_GENERATOR", options.generator()));
        ServiceProcess catalog =
                launch("catalog-service", "catalog-service", catalogSettings(shared, secrets, home, httpPort), home);
        watch(catalog, tether, leftovers, CATALOG_GRACE);
        report.accept("starting catalog-service");
        catalog.awaitReady();

        List<ServiceProcess> workers = new ArrayList<>();
        for (int i = 1; i <= options.workers(); i++) {
            String name = "worker-" + i;
            ServiceProcess worker = launch(name, "vto-worker", workerSettings(shared, secrets, name), home);
            watch(worker, tether, leftovers, WORKER_GRACE);
            workers.add(worker);
        }
        for (ServiceProcess worker : workers) {
            report.accept("starting " + worker.name());
            worker.awaitReady();
        }
        StackFile ready = new StackFile(
                "http://" + Port.HOST + ":" + httpPort,
                catalog.managementUrl(),
                postgres.jdbcUrl(),
                PostgresServer.SUPERUSER,
                secrets.of("superuser"),
                kafka.bootstrap(),
                home.media().toString(),
                catalog.handle().pid(),
                postgres.pid(),
                workers.stream()
                        .map(worker -> new StackFile.Worker(
                                worker.name(), worker.handle().pid(), worker.managementUrl()))
                        .toList());
        ready.write(home.stackFile());
        parts.push(() -> StackFile.remove(home.stackFile()));
        return ready;
    }

    private ServiceProcess launch(String name, String module, Map<String, String> settings, Home home) {
        int management = Port.choose(Map.of(), "VTO_MANAGEMENT_PORT", 0);
        return ServiceProcess.start(name, options.service(module), settings, home.logs(), management);
    }

    private void watch(ServiceProcess service, Tether tether, Leftovers leftovers, Duration grace) {
        long pid = service.handle().pid();
        tether.service(pid);
        leftovers.remember(service.handle());
        parts.push(() -> {
            report.accept("stopping " + service.name());
            service.stop(grace);
        });
        service.onExit(() -> {
            if (!stopping.get()) {
                tether.ended(pid);
                report.accept(service.epitaph());
            }
        });
    }

    private static Map<String, String> catalogSettings(
            Map<String, String> shared, Secrets secrets, Home home, int httpPort) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("QUARKUS_PROFILE", "local");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(httpPort));
        settings.put("VTO_DB_USERNAME", "vto_catalog");
        settings.put("VTO_DB_PASSWORD", secrets.of("catalog"));
        settings.put("VTO_DB_OWNER_USERNAME", "vto_owner");
        settings.put("VTO_DB_OWNER_PASSWORD", secrets.of("owner"));
        settings.put("VTO_KEYS_DIR", home.keys().toString());
        settings.put("VTO_MEDIA_SECRET", secrets.of("media"));
        return settings;
    }

    private static Map<String, String> workerSettings(Map<String, String> shared, Secrets secrets, String name) {
        Map<String, String> settings = new HashMap<>(shared);
        settings.put("VTO_DB_USERNAME", "vto_worker");
        settings.put("VTO_DB_PASSWORD", secrets.of("worker"));
        settings.put("VTO_WORKER_NAME", name);
        return settings;
    }

    private <T extends AutoCloseable> T started(T part) {
        parts.push(part);
        return part;
    }
}
