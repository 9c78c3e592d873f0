package dev.vto.worker.adapter.in.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.PlatformResource;
import dev.vto.worker.fixture.Kafka;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class DoorbellTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json %s | no JSON object",
                "[\"%s\"] | no JSON object",
                "{\"job\": \"%s\"} | names no jobId",
                "{\"jobId\": \"no id %s\"} | UUID"
            })
    void movesWhatItCannotReadToTheDeadLetters(String pattern, String reason) {
        String poison = pattern.formatted(UUID.randomUUID());

        Kafka.configured().send("vto.job.requested", poison);

        assertThat(Kafka.configured().find("vto.job.dead", poison)).hasValueSatisfying(record -> {
            assertThat(header(record, "dead-letter-reason")).contains(reason);
            assertThat(header(record, "dead-letter-topic")).isEqualTo("vto.job.requested");
        });
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
