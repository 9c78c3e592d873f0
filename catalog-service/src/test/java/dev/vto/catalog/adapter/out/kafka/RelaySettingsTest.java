package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RelaySettingsTest {

    private final Map<String, Object> settings = OutboxRelay.producerSettings(Map.of(
            "bootstrap.servers",
            "kafka.example.com:9093",
            "security.protocol",
            "SASL_SSL",
            "acks",
            "0",
            "linger.ms",
            100));

    @Test
    void connectAsAllClientsOfTheServiceDo() {
        assertThat(settings)
                .containsEntry("bootstrap.servers", "kafka.example.com:9093")
                .containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void leaveNothingToChanceOnWhatTheRelayPromises() {
        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0);
    }
}
