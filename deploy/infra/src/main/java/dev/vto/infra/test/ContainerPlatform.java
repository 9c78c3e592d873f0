package dev.vto.infra.test;

import dev.vto.infra.PostgresServer;
import dev.vto.provision.PlatformDatabase;
import dev.vto.provision.PlatformTopics;
import java.util.Map;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Both servers in containers of Docker. */
record ContainerPlatform(PostgreSQLContainer postgres, KafkaContainer kafka) implements Platform {

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18-alpine");
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.2");

    static ContainerPlatform start() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
                .withUsername(PostgresServer.SUPERUSER)
                .withPassword(PASSWORDS.superuser());
        KafkaContainer kafka = new KafkaContainer(KAFKA);
        postgres.start();
        kafka.start();
        PlatformDatabase.ensure(postgres.getJdbcUrl(), PostgresServer.SUPERUSER, PASSWORDS, PlatformDatabase.NAME);
        PlatformTopics.ofOneBroker(MOST_PARTITIONS).ensure(Map.of("bootstrap.servers", kafka.getBootstrapServers()));
        return new ContainerPlatform(postgres, kafka);
    }

    @Override
    public String databaseUrl() {
        return "postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/vto";
    }

    @Override
    public String kafkaBootstrap() {
        return kafka.getBootstrapServers();
    }
}
