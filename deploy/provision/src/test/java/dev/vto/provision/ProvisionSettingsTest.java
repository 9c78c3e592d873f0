package dev.vto.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProvisionSettingsTest {

    @Test
    void connectTheAdministratorToTheClusterOfThePlatformsDatabase() {
        ProvisionSettings settings = with(Map.of("VTO_DB_URL", "postgresql://db:5433/shop?sslmode=require"));

        assertThat(settings.database()).isEqualTo("shop");
        assertThat(settings.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/postgres?sslmode=require");
        assertThat(settings.administrator()).isEqualTo("postgres");
    }

    @Test
    void nameWhatIsMissing() {
        assertThatThrownBy(() -> with(Map.of("VTO_DB_ADMIN_PASSWORD", "a")).passwords())
                .hasMessageContaining("VTO_DB_OWNER_PASSWORD");
    }

    @Test
    void refuseADatabaseThatWouldHaveToBeQuoted() {
        assertThatThrownBy(() ->
                        with(Map.of("VTO_DB_URL", "postgresql://db/vto;drop")).database())
                .hasMessageContaining("VTO_DB_URL")
                .hasMessageContaining("lower-case letters");
    }

    @Test
    void refuseAnotherDatabaseSystem() {
        assertThatThrownBy(() -> with(Map.of("VTO_DB_URL", "mysql://db/vto")).jdbcUrl())
                .hasMessageContaining("VTO_DB_URL begins with postgresql://");
    }

    @Test
    void giveTheKafkaClientWhateverIsSaidOfIt() {
        ProvisionSettings settings = with(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "KAFKA_SASL_JAAS_CONFIG", "module required;",
                "KAFKA_HOME", "/opt/kafka"));

        assertThat(settings.kafka())
                .containsOnly(
                        Map.entry("bootstrap.servers", "kafka:9092"),
                        Map.entry("sasl.jaas.config", "module required;"));
    }

    @Test
    void refuseTopicsWithoutReplicas() {
        assertThatThrownBy(() -> with(Map.of("VTO_TOPIC_REPLICAS", "0")).topics())
                .hasMessageContaining("replicas");
    }

    @Test
    void nameNoSecret() {
        assertThat(with(Map.of("VTO_DB_ADMIN_PASSWORD", "hush")).toString()).doesNotContain("hush");
    }

    private static ProvisionSettings with(Map<String, String> environment) {
        return new ProvisionSettings(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .build());
    }
}
