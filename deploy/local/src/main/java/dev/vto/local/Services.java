package dev.vto.local;

import dev.vto.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogs and workers of a stack, stopped in the reverse order of their starts. One that dies is reported and not
 * restarted.
 */
public final class Services implements AutoCloseable {

    private static final Duration CATALOG_GRACE = Duration.ofSeconds(20);
    private static final Duration WORKER_GRACE = Duration.ofSeconds(45);

    private final Path project;
    private final ServiceSettings settings;
    private final Children children;
    private final Terminal terminal;
    private final List<ServiceProcess> catalogs = new ArrayList<>();
    private final List<ServiceProcess> workers = new ArrayList<>();
    private final List<ServiceProcess> others = new ArrayList<>();
    private final Deque<Running> running = new ArrayDeque<>();
    private final Set<ServiceProcess> stopped = ConcurrentHashMap.newKeySet();
    private volatile boolean reporting;

    /** @param project the root of the checkout, where the packaged services are */
    Services(Path project, ServiceSettings settings, Children children, Terminal terminal) {
        this.project = project;
        this.settings = settings;
        this.children = children;
        this.terminal = terminal;
    }

    /** Starts a catalog, without waiting until it is ready. */
    ServiceProcess startCatalog(String name, int httpPort) {
        return startCatalog(name, httpPort, Map.of());
    }

    /**
     * The same.
     *
     * @param own settings of this catalog alone
     */
    public ServiceProcess startCatalog(String name, int httpPort, Map<String, String> own) {
        Map<String, String> environment = settings.catalog(httpPort);
        environment.putAll(own);
        return start(name, "catalog-service", environment, CATALOG_GRACE, catalogs);
    }

    /**
     * Starts a worker, without waiting until it is ready.
     *
     * @param own settings of this worker alone
     */
    public ServiceProcess startWorker(String name, Map<String, String> own) {
        Map<String, String> environment = settings.worker(name);
        environment.putAll(own);
        return start(name, "vto-worker", environment, WORKER_GRACE, workers);
    }

    /**
     * Starts a packaged application that is none of the services, without waiting until it is ready.
     *
     * @param module its folder in the checkout
     * @param own all of its settings
     */
    public ServiceProcess startOther(String name, String module, Map<String, String> own) {
        return start(name, module, own, CATALOG_GRACE, others);
    }

    /** In the order of their starts, the dead among them. */
    List<ServiceProcess> workers() {
        return List.copyOf(workers);
    }

    /** Tells of each service that dies from now on: before that, its death ends the start, which tells of it. */
    void report() {
        reporting = true;
    }

    /** Why no job can go on: the last catalog has died, or the last worker. */
    Optional<String> outage() {
        return List.of(catalogs, workers).stream()
                .filter(services -> services.stream().noneMatch(ServiceProcess::isAlive))
                .flatMap(List::stream)
                .findFirst()
                .map(ServiceProcess::epitaph);
    }

    /** Stops one in order, before the others; it is as if it had never been. */
    public void stop(ServiceProcess service) {
        running.stream().filter(one -> one.service() == service).findFirst().ifPresent(one -> {
            running.remove(one);
            stop(one);
            children.lost(service);
            List.of(catalogs, workers, others).forEach(role -> role.remove(service));
        });
    }

    @Override
    public void close() {
        running.forEach(one -> stopped.add(one.service()));
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    private void stop(Running one) {
        stopped.add(one.service());
        terminal.say("stopping " + one.service().name());
        one.service().stop(one.grace());
    }

    private ServiceProcess start(
            String name, String module, Map<String, String> environment, Duration grace, List<ServiceProcess> role) {
        int management = Port.choose(Map.of(), "VTO_MANAGEMENT_PORT", 0);
        ServiceProcess service = ServiceProcess.start(
                name,
                project.resolve(module).resolve("target/quarkus-app"),
                environment,
                settings.home().logs(),
                management);
        role.add(service);
        children.add(service);
        running.push(new Running(service, grace));
        service.onExit(() -> {
            if (!stopped.contains(service)) {
                children.lost(service);
                if (reporting) {
                    terminal.say(service.epitaph());
                }
            }
        });
        return service;
    }

    /** @param grace to end by itself when it is told to */
    private record Running(ServiceProcess service, Duration grace) {}
}
