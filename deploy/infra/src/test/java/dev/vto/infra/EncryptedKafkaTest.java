package dev.vto.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.infra.test.TestAuthority;
import dev.vto.provision.PlatformTopics;
import dev.vto.shared.event.Topics;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topics are made over an encrypted connection and by who signs in, or not at all. */
class EncryptedKafkaTest {

    private static final PlatformTopics TOPICS = PlatformTopics.ofOneBroker(1);

    @TempDir
    static Path folder;

    private static TestAuthority authority;
    private static KafkaBroker broker;

    @BeforeAll
    static void start() {
        authority = TestAuthority.in(folder.resolve("authority"));
        broker = KafkaBroker.start(
                folder.resolve("kafka"),
                0,
                KafkaAccess.encrypted(
                        "localhost", authority.issue("localhost"), authority.certificate(), "vto", "kafka-secret"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void isGivenTopicsByWhoTrustsItAndSignsIn() throws Exception {
        TOPICS.ensure(broker.clientSettings());

        try (Admin admin = Admin.create(broker.clientSettings())) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS))
                    .containsAll(Arrays.stream(Topics.values())
                            .map(Topics::topicName)
                            .toList());
        }
    }

    @Test
    void isRefusedWhereAnotherAuthorityVouchesForIt() {
        TestAuthority other = TestAuthority.in(folder.resolve("other"));

        assertThatThrownBy(() -> TOPICS.ensure(with(
                        Map.of("ssl.truststore.location", other.certificate().toString()))))
                .hasMessageContaining("Kafka topics could not be made")
                .hasMessageContaining("SSL handshake failed")
                .hasMessageContaining("PKIX path")
                .hasMessageNotContaining("kafka-secret");
    }

    @Test
    void isRefusedUnderAnotherName() {
        assertThatThrownBy(() -> TOPICS.ensure(
                        with(Map.of("bootstrap.servers", broker.bootstrap().replace("localhost", "127.0.0.1")))))
                .hasMessageContaining("SSL handshake failed")
                .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1 found");
    }

    @Test
    void letsNobodyInWithAnotherPassword() {
        assertThatThrownBy(() -> TOPICS.ensure(with(KafkaAccess.client(authority.certificate(), "vto", "kafka-wrong"))))
                .hasMessageContaining("invalid credentials with SASL mechanism SCRAM-SHA-512")
                .hasMessageNotContaining("kafka-wrong");
    }

    private static Map<String, Object> with(Map<String, String> others) {
        Map<String, Object> settings = new HashMap<>(broker.clientSettings());
        settings.putAll(others);
        return settings;
    }
}
