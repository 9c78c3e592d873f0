package dev.vto.infra;

import dev.vto.shared.event.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** What an operator prepares on servers that run: roles, the database, topics. Each may be repeated. */
public final class Provisioning {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Provisioning() {}

    /**
     * Makes roles and database.
     *
     * @param jdbcUrl any database of the cluster
     * @throws IllegalStateException if the cluster refuses
     */
    public static void database(String jdbcUrl, DatabasePasswords passwords) {
        database(jdbcUrl, passwords, DatabaseRoles.DATABASE);
    }

    /** The same with a database of another name, a plain identifier. */
    public static void database(String jdbcUrl, DatabasePasswords passwords, String name) {
        try {
            DatabaseRoles.ensure(jdbcUrl, PostgresServer.SUPERUSER, passwords, name);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be prepared: " + e.getMessage(), e);
        }
    }

    /**
     * Makes the platform's topics where they are absent.
     *
     * @param mostPartitions caps the partitions of each topic
     * @throws IllegalStateException if Kafka refuses or does not answer in time
     */
    public static void topics(String bootstrap, int mostPartitions) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> present = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            admin.createTopics(Arrays.stream(Topics.values())
                            .filter(topic -> !present.contains(topic.topicName()))
                            .map(topic -> newTopic(topic, mostPartitions))
                            .toList())
                    .all()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka topics could not be made: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka topics were made", e);
        }
    }

    private static NewTopic newTopic(Topics topic, int mostPartitions) {
        return new NewTopic(topic.topicName(), Math.min(topic.partitions(), mostPartitions), (short) 1)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(Duration.ofDays(topic.retentionDays()).toMillis())));
    }
}
