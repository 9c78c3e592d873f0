package dev.vto.infra;

import dev.vto.provision.PlatformTopics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** One Kafka broker that is its own controller (KRaft), inside this JVM, on the loopback address. */
public final class KafkaBroker implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    /** Any id will do for a cluster of one, but it must be the same at every start. */
    private static final Uuid CLUSTER = new Uuid(0x76746f2d6c6f6361L, 0x6c2d737461636b21L);

    private final KafkaRaftServer server;
    private final KafkaAccess access;
    private final int port;

    private KafkaBroker(KafkaRaftServer server, KafkaAccess access, int port) {
        this.server = server;
        this.access = access;
        this.port = port;
    }

    /**
     * Starts the broker and waits until it answers.
     *
     * @param folder where the log and the settings are kept between runs; made if absent
     * @param port 0 takes a free one
     */
    public static KafkaBroker start(Path folder, int port) {
        return start(folder, port, KafkaAccess.open());
    }

    /**
     * The same for clients that reach it otherwise.
     *
     * @param access the same at every start on that folder
     */
    public static KafkaBroker start(Path folder, int port, KafkaAccess access) {
        int clients = port == 0 ? FreePort.take() : port;
        return start(folder, clients, clients, access);
    }

    /**
     * Starts the broker where something stands between it and its clients, and waits until it answers.
     *
     * @param port where it listens
     * @param entrance the port at which clients are told to find it
     */
    public static KafkaBroker start(Path folder, int port, int entrance) {
        return start(folder, port, entrance, KafkaAccess.open());
    }

    private static KafkaBroker start(Path folder, int port, int entrance, KafkaAccess access) {
        try {
            Path settings = write(settings(folder, port, entrance, FreePort.take(), access), folder);
            format(settings, access);
            KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(read(settings), false), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server, access, port);
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** {@code host:port}. */
    public String bootstrap() {
        return access.host() + ":" + port;
    }

    /** Settings of a client. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap());
        return settings;
    }

    /** Makes the platform's topics where they are absent, with at most so many partitions each. */
    public void ensureTopics(int mostPartitions) {
        PlatformTopics.ofOneBroker(mostPartitions).ensure(clientSettings());
    }

    /** Stops the broker in order; what was acknowledged stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Properties settings(Path folder, int port, int entrance, int controller, KafkaAccess access) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                // It has nobody to hand its partitions to, and where its heartbeats are late it waits five minutes to
                // try.
                Map.entry("controlled.shutdown.enable", "false"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.bootstrap.servers", HOST + ":" + controller),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "CLIENT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controller),
                Map.entry("advertised.listeners", "CLIENT://" + access.host() + ":" + entrance),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("log.dirs", folder.resolve("log").toAbsolutePath().toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.index.size.max.bytes", "1048576")));
        settings.putAll(access.broker());
        return settings;
    }

    private static Path write(Properties settings, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    private static Properties read(Path file) throws IOException {
        Properties settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }

    private static void format(Path settings, KafkaAccess access) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "format",
                    "--cluster-id",
                    CLUSTER.toString(),
                    "--config",
                    settings.toString(),
                    "--standalone",
                    "--ignore-formatted"));
            arguments.addAll(access.format());
            int status = StorageTool.execute(arguments.toArray(String[]::new), out);
            if (status != 0) {
                throw new IOException("its storage could not be formatted: " + said.toString(StandardCharsets.UTF_8));
            }
        }
    }
}
