package dev.vto.bench.jobs.stage;

import dev.vto.bench.BenchFailure;
import dev.vto.bench.jobs.load.Login;
import dev.vto.bench.jobs.peer.PeerRole;
import dev.vto.bench.jobs.process.Child;
import dev.vto.bench.jobs.process.Role;
import dev.vto.local.Network;
import dev.vto.local.ServiceProcess;
import dev.vto.local.Stack;
import dev.vto.local.StackFile;
import dev.vto.local.StackOptions;
import dev.vto.local.terminal.StopSignal;
import dev.vto.local.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack of the packaged services on a durable PostgreSQL, with sellers and without workers. */
public final class Stage implements AutoCloseable {

    /** How long the relay may need for what a round left it. */
    private static final Duration RELAY_LIMIT = Duration.ofMinutes(5);

    /** Their counters are not what is measured; bench users would run into them at once. */
    private static final Map<String, String> SETTINGS = Map.of("VTO_HTTP_PORT", "0", "VTO_LIMITS", "off");

    private static final String BARE = "deploy/bench/bare";
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final Scale scale;
    private final Stack stack;
    private final StopSignal stop;
    private final Terminal terminal;
    private final Path project;
    private final Path folder;
    private final Database database;
    private final List<Seller> sellers;
    private final Archive archive;
    private final Set<String> settled = new HashSet<>();
    private int started;

    private Stage(Scale scale, Stack stack, Path project, Path folder, Terminal terminal, StopSignal stop)
            throws IOException, InterruptedException {
        this.scale = scale;
        this.stack = stack;
        this.project = project;
        this.folder = folder;
        this.terminal = terminal;
        this.stop = stop;
        StackFile file = stack.file();
        database = new Database(new Login(file.jdbcUrl(), file.pgUser(), file.pgPassword()), stop);
        sellers = Seller.signUp(catalog(), scale.sellers());
        archive = new Archive(database, sellers);
    }

    /**
     * Sets it up.
     *
     * @param project root of the checkout, where the packaged services are
     * @param folder for data
     * @throws BenchFailure if PostgreSQL is not durable
     */
    public static Stage setUp(Scale scale, Path project, Path folder, Terminal terminal, StopSignal stop)
            throws IOException, InterruptedException, SQLException {
        Stack stack = Stack.start(
                new StackOptions(project, folder, 0, "simulated", SETTINGS, new Network() {}), terminal, stop);
        try {
            Stage stage = new Stage(scale, stack, project, folder, terminal, stop);
            for (String setting : DURABLE) {
                if (!stage.database
                        .row("SELECT current_setting(?)", setting)
                        .get(0)
                        .equals("on")) {
                    throw new BenchFailure("PostgreSQL runs without " + setting + ": figures on that prove nothing");
                }
            }
            stage.clear();
            return stage;
        } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public Scale scale() {
        return scale;
    }

    public Database database() {
        return database;
    }

    public Login login() {
        return database.login();
    }

    public List<Seller> sellers() {
        return sellers;
    }

    /** The sellers' projects, for jobs of peers. */
    public List<PeerRole.Project> projects() {
        return sellers.stream().map(Seller::forPeers).toList();
    }

    public URI catalog() {
        return URI.create(stack.file().catalogUrl());
    }

    public long catalogPid() {
        return stack.file().catalogPid();
    }

    /**
     * How long the catalog is warmed up by requests of a kind: for long at first, until its compiler is through with them,
     * since in production it has been running for days.
     */
    public Duration warmUp(String kind) {
        return settled.add(kind) ? scale.settling() : scale.warmUp();
    }

    /** The root of the checkout. */
    public Path project() {
        return project;
    }

    public StopSignal stop() {
        return stop;
    }

    public Path folder() {
        return folder;
    }

    public void say(String line) {
        terminal.say(line);
    }

    /** Jobs of the past, which outlast rounds. */
    public Archive archive() {
        return archive;
    }

    /** Removes what a round left, as soon as the relay is through with it; what is in the archive stays. */
    public void clear() throws SQLException, InterruptedException {
        database.awaitSent(RELAY_LIMIT);
        if (archive.size() > 0) {
            archive.removeBeyond();
        } else {
            database.removeJobs();
        }
        database.clean();
    }

    /** Removes the archive as well. */
    public void clearAll() throws SQLException, InterruptedException {
        database.awaitSent(RELAY_LIMIT);
        database.removeJobs();
        archive.forget();
        database.clean();
    }

    public Child child(Class<? extends Role> role) throws InterruptedException {
        return child(role, List.of(), "");
    }

    /**
     * The same.
     *
     * @param options of its JVM
     * @param classes after its own class path
     */
    public Child child(Class<? extends Role> role, List<String> options, String classes) throws InterruptedException {
        return Child.start(role, options, classes, folder.resolve("bench-" + role.getSimpleName() + ".log"), stop);
    }

    /**
     * Starts workers, without waiting until they are ready. They hear only of what is submitted from then on.
     *
     * @param settings of their own
     */
    public Started workers(int count, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "MP_MESSAGING_INCOMING_REQUESTED_AUTO_OFFSET_RESET",
                "latest",
                "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE",
                Integer.toString(Scale.SLOTS),
                "VTO_WORKER_POOL",
                "bench-" + started,
                "VTO_WORKER_SLOTS",
                Integer.toString(Scale.SLOTS)));
        all.putAll(settings);
        Started workers = new Started();
        try {
            for (int i = 0; i < count; i++) {
                workers.add(stack.services().startWorker("worker-" + ++started, all));
            }
            return workers;
        } catch (RuntimeException e) {
            workers.close();
            throw e;
        }
    }

    /** Starts a further catalog, without waiting until it is ready. */
    public Started catalog(int httpPort, Map<String, String> settings) {
        return new Started().add(stack.services().startCatalog("catalog-" + ++started, httpPort, settings));
    }

    /** Starts an application that does nothing but answer, without waiting until it is ready. */
    public Started bare(int httpPort, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("QUARKUS_HTTP_PORT", Integer.toString(httpPort)));
        all.putAll(settings);
        return new Started().add(stack.services().startOther("bare-" + ++started, BARE, all));
    }

    @Override
    public void close() {
        stack.close();
    }

    /** Processes that are stopped together. */
    public final class Started implements AutoCloseable {

        private final List<ServiceProcess> processes = new ArrayList<>();

        private Started add(ServiceProcess process) {
            processes.add(process);
            return this;
        }

        /** In the order of their starts. */
        public List<ServiceProcess> processes() {
            return List.copyOf(processes);
        }

        public void awaitReady() throws InterruptedException {
            for (ServiceProcess process : processes) {
                process.awaitReady(stop);
            }
        }

        @Override
        public void close() {
            processes.forEach(stack.services()::stop);
        }
    }
}
