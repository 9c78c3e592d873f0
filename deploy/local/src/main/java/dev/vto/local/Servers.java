package dev.vto.local;

import dev.vto.infra.KafkaBroker;
import dev.vto.infra.PostgresServer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PostgreSQL and Kafka of a stack. Each can be stopped in order, and started again where it was with what it had. */
final class Servers implements AutoCloseable {

    private final Home home;
    private final Secrets secrets;
    private final Children children;
    private final int postgresPort;
    private final int kafkaPort;
    private final int postgresEntrance;
    private final int kafkaEntrance;

    @Nullable
    private PostgresServer postgres;

    @Nullable
    private KafkaBroker kafka;

    /**
     * Chooses their ports.
     *
     * @throws StackFailure if a port that the environment names cannot be had
     */
    Servers(Map<String, String> environment, Network network, Home home, Secrets secrets, Children children) {
        this.home = home;
        this.secrets = secrets;
        this.children = children;
        postgresPort = Port.choose(environment, "VTO_PG_PORT", 0);
        kafkaPort = Port.choose(environment, "VTO_KAFKA_PORT", 0);
        postgresEntrance = network.toPostgres(postgresPort);
        kafkaEntrance = network.toKafka(kafkaPort);
    }

    void startPostgres() {
        PostgresServer server = PostgresServer.start(home.postgres(), postgresPort, secrets.database());
        postgres = server;
        children.addPostgres(server.pid());
    }

    void stopPostgres() {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    void startKafka() {
        KafkaBroker broker = KafkaBroker.start(home.kafka(), kafkaPort, kafkaEntrance);
        kafka = broker;
        broker.ensureTopics(Integer.MAX_VALUE);
    }

    void stopKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    /** PostgreSQL itself, whatever stands between it and the services. */
    PostgresServer postgres() {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return postgres;
    }

    /** Where services reach PostgreSQL. */
    String databaseUrl() {
        return postgres().url(postgresEntrance);
    }

    /** Where services reach Kafka. */
    String kafkaBootstrap() {
        return Port.HOST + ":" + kafkaEntrance;
    }

    @Override
    public void close() {
        try {
            stopKafka();
        } finally {
            stopPostgres();
        }
    }
}
