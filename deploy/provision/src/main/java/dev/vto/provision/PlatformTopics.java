package dev.vto.provision;

import dev.vto.shared.event.Topics;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * How the platform's topics are laid out.
 *
 * @param mostPartitions caps the partitions of each topic
 * @param replicas of each partition; where there are three or more, all but one must have a record before it counts
 */
public record PlatformTopics(int mostPartitions, int replicas) {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int QUORUM = 3;

    public PlatformTopics {
        if (mostPartitions < 1 || replicas < 1 || replicas > Short.MAX_VALUE) {
            throw new IllegalArgumentException("topics have at least one partition, and 1 to " + Short.MAX_VALUE
                    + " replicas, not " + mostPartitions + " and " + replicas);
        }
    }

    /** Those of one broker. */
    public static PlatformTopics ofOneBroker(int mostPartitions) {
        return new PlatformTopics(mostPartitions, 1);
    }

    /**
     * Makes the topics that are absent; those that are there stay as they are.
     *
     * @param connection settings of a Kafka client, {@code bootstrap.servers} among them
     * @throws IllegalStateException if Kafka refuses or does not answer in time
     */
    public void ensure(Map<String, Object> connection) {
        try (Admin admin = Admin.create(connection)) {
            Set<String> present = admin.listTopics().names().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            CreateTopicsResult made = admin.createTopics(Arrays.stream(Topics.values())
                    .filter(topic -> !present.contains(topic.topicName()))
                    .map(this::newTopic)
                    .toList());
            for (KafkaFuture<Void> topic : made.values().values()) {
                awaitMade(topic);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka topics could not be made: " + reasons(e), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka topics could not be made within " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka topics were made", e);
        }
    }

    /** A broker lists a topic a moment after it was made: what is there already is no failure. */
    private static void awaitMade(KafkaFuture<Void> topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            topic.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Down to the first: that a handshake failed is no help where nothing says why. */
    private static String reasons(Throwable failure) {
        return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private NewTopic newTopic(Topics topic) {
        return new NewTopic(topic.topicName(), Math.min(topic.partitions(), mostPartitions), (short) replicas)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(Duration.ofDays(topic.retentionDays()).toMillis()),
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        String.valueOf(replicas < QUORUM ? 1 : replicas - 1)));
    }
}
