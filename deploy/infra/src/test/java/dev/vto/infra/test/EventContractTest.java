package dev.vto.infra.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.event.Topics;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EventContractTest {

    private static final String JOB = "01a21215-7bcb-7243-b477-8013243a6802";
    private static final String STARTED =
            """
            {"jobId": "%1$s", "projectId": "%1$s", "userId": "%1$s", "kind": "IMAGE", "status": "RUNNING",
             "attempt": 1, "maxAttempts": 5, "worker": "w", "progress": 0, "queuedAt": "2026-11-25T09:30:00Z",
             "startedAt": "2026-11-25T09:30:00Z", "occurredAt": "2026-11-25T09:30:00Z"}
            """
                    .formatted(JOB);

    private final EventContract contract = EventContract.read();

    @Test
    void takesWhatIsRight() {
        assertThat(contract.violations(record(JOB, "vto.job.events", "vto.job.started.v1", STARTED)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"attempt\": 1` | `\"attempt\": \"1\"` | attempt",
                "`\"attempt\": 1` | `\"attempt\": 1.5` | attempt",
                "`\"progress\": 0` | `\"progress\": 1.01` | progress",
                "`\"progress\": 0` | `\"progress\": null` | progress",
                "`\"status\": \"RUNNING\"` | `\"status\": \"QUEUED\"` | status",
                "`\"kind\": \"IMAGE\"` | `\"kind\": \"image\"` | kind",
                "`\"worker\": \"w\", ` | `` | worker",
                "`\"worker\": \"w\"` | `\"worker\": \"w\", \"more\": 1` | more",
                "`\"startedAt\": \"2026-11-25T09:30:00Z\"` | `\"startedAt\": \"2026-11-25 09:30:00\"` | startedAt",
                "`\"startedAt\": \"2026-11-25T09:30:00Z\"` | `\"startedAt\": 1795598400` | startedAt"
            })
    void refusesWhatIsWrongAndNamesIt(String right, String wrong, String field) {
        assertThat(STARTED).contains(right);

        assertThat(contract.violations(
                        record(JOB, "vto.job.events", "vto.job.started.v1", STARTED.replace(right, wrong))))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation).contains(field));
    }

    @Test
    void refusesARecordInTheWrongPlace() {
        assertThat(contract.violations(record(JOB, "vto.job.requested", "vto.job.started.v1", STARTED)))
                .singleElement()
                .asString()
                .contains("vto.job.requested has no message");
        assertThat(contract.violations(
                        record(UUID.randomUUID().toString(), "vto.job.events", "vto.job.started.v1", STARTED)))
                .isNotEmpty();
    }

    @Test
    void refusesHeadersThatAreNoCloudEvent() {
        ConsumerRecord<String, String> record = record(JOB, "vto.job.events", "vto.job.started.v1", STARTED);
        record.headers().remove("ce_id");

        assertThat(contract.violations(record)).singleElement().asString().contains("ce_id");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryTopic(Topics topic) {
        JsonNode channel = stream(contract.document().get("channels"))
                .filter(each -> each.get("address").asText().equals(topic.topicName()))
                .findFirst()
                .orElseThrow();

        JsonNode kafka = channel.at("/bindings/kafka");
        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(kafka.at("/topicConfiguration/retention.ms").asLong())
                .isEqualTo(Duration.ofDays(topic.retentionDays()).toMillis());
        assertThat(stream(channel.get("messages"))
                        .map(contract::resolve)
                        .map(message -> message.get("name").asText())
                        .filter(name -> JobEventType.ofType(name).isPresent()))
                .containsExactlyElementsOf(Arrays.stream(JobEventType.values())
                        .filter(type -> type.topic() == topic)
                        .map(JobEventType::type)
                        .toList());
    }

    @Test
    void namesEveryValueThatIsSent() {
        JsonNode fields = contract.document().at("/components/schemas/Job/properties");

        assertThat(texts(fields.at("/status/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(JobStatus.values()).map(Enum::name).toList());
        assertThat(texts(fields.at("/kind/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(JobKind.values()).map(Enum::name).toList());
        assertThat(texts(fields.at("/errorCode/enum")))
                .containsExactlyElementsOf(Arrays.stream(FailureCode.values())
                        .map(FailureCode::wireName)
                        .toList());
    }

    @Test
    void givesExamplesThatKeepTheContract() {
        List<JsonNode> messages = stream(contract.document().at("/components/messages"))
                .filter(message -> message.has("examples"))
                .toList();

        assertThat(messages).isNotEmpty();
        for (JsonNode message : messages) {
            for (JsonNode example : message.get("examples")) {
                assertThat(contract.violations(message, example.get("headers"), example.get("payload")))
                        .as(example.get("name").asText())
                        .isEmpty();
            }
        }
    }

    @Test
    void refersOnlyToWhatIsThere() {
        List<String> references = contract.document().findValuesAsText("$ref");

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        Optional.of(contract.document().at(reference.substring(1))))
                .as(reference)
                .hasValueSatisfying(target -> assertThat(target.isMissingNode()).isFalse()));
    }

    private static ConsumerRecord<String, String> record(String key, String topic, String type, String value) {
        RecordHeaders headers = new RecordHeaders();
        List.of(
                        List.of("content-type", "application/json"),
                        List.of("ce_specversion", "1.0"),
                        List.of("ce_id", JOB),
                        List.of("ce_source", "/vto-worker"),
                        List.of("ce_type", type),
                        List.of("ce_subject", JOB),
                        List.of("ce_time", "2026-11-25T09:30:00.5Z"),
                        List.of("ce_sequence", "17"))
                .forEach(header -> headers.add(header.get(0), header.get(1).getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                topic, 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }
}
