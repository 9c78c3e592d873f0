package dev.vto.infra.test;

import dev.vto.provision.DatabasePasswords;

/** A PostgreSQL with the platform's roles and a Kafka with its topics, for tests. */
interface Platform {

    /** Chooses where the servers come from: {@code embedded} or {@code testcontainers}. */
    String SETTING = "vto.infra";

    /** Tests start faster with fewer partitions than production has. */
    int MOST_PARTITIONS = 6;

    DatabasePasswords PASSWORDS = new DatabasePasswords("super-test", "owner-test", "catalog-test", "worker-test");

    /** {@code postgresql://host:port/vto}. */
    String databaseUrl();

    String kafkaBootstrap();

    /** @throws IllegalArgumentException if the setting names neither; the message says what is allowed */
    static Platform start(String where) {
        return switch (where) {
            case "embedded" -> EmbeddedPlatform.start();
            case "testcontainers" -> ContainerPlatform.start();
            default ->
                throw new IllegalArgumentException(
                        SETTING + " is one of embedded, testcontainers, not '" + where + "'");
        };
    }
}
