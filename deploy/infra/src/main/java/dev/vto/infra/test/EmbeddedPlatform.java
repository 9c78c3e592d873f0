package dev.vto.infra.test;

import dev.vto.infra.KafkaBroker;
import dev.vto.infra.PostgresServer;
import java.nio.file.Path;

/** Both servers inside this JVM, gone with it. */
record EmbeddedPlatform(PostgresServer postgres, KafkaBroker kafka) implements Platform {

    static EmbeddedPlatform start() {
        Path folder = TemporaryFolder.make("vto-test");
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), 0, PASSWORDS);
        KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0);
        kafka.ensureTopics(MOST_PARTITIONS);
        EmbeddedPlatform platform = new EmbeddedPlatform(postgres, kafka);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.stop(folder), "vto-test-infra"));
        return platform;
    }

    @Override
    public String databaseUrl() {
        return postgres.url();
    }

    @Override
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    private void stop(Path folder) {
        try {
            kafka.close();
        } finally {
            postgres.close();
            TemporaryFolder.delete(folder);
        }
    }
}
