package dev.vto.worker.adapter.in.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.infra.test.EventContract;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.JobStatus;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.Kafka;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Platform;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Records of every kind, and what becomes of them and of jobs. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class DoorbellTest {

    private static final String TOPIC = "vto.job.requested";
    private static final String GROUP = "vto-worker.default";

    private final Kafka kafka = Kafka.configured();
    private final Platform platform = Platform.configured();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json %s | no JSON object",
                "[\"%s\"] | no JSON object",
                "{\"job\": \"%s\"} | names no jobId",
                "{\"jobId\": 7, \"is\": \"%s\"} | UUID",
                "{\"jobId\": \"no id %s\"} | UUID"
            })
    void movesWhatItCannotReadToTheDeadLetters(String pattern, String reason) {
        byte[] poison = pattern.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);

        kafka.send(new ProducerRecord<>(TOPIC, poison));

        assertThat(buried(poison, reason)).isNotNull();
    }

    @Test
    void keepsWhatItCannotReadAsItWas() {
        byte[] key = garbage();
        byte[] poison = garbage();

        kafka.send(new ProducerRecord<>(TOPIC, 1, key, poison));

        ConsumerRecord<byte[], byte[]> letter = buried(poison, "no JSON object");
        assertThat(letter.key()).isEqualTo(key);
        assertThat(header(letter, "dead-letter-partition")).isEqualTo("1");
        assertThat(Long.parseLong(header(letter, "dead-letter-offset"))).isNotNegative();
        assertThat(EventContract.read().violations(text(letter))).isEmpty();
    }

    @Test
    void buriesARecordWithoutAValueAndGoesOn() {
        byte[] key = garbage();

        kafka.send(new ProducerRecord<>(TOPIC, key, null));

        assertThat(kafka.find("vto.job.dead", record -> Arrays.equals(record.key(), key)))
                .isPresent();
        assertRunsTheNext();
    }

    static Stream<String> noise() {
        return Stream.of(
                "{\"jobId\": \"%s\"}",
                "{\"jobId\": \"%s\", \"status\": \"SUCCEEDED\", \"kind\": \"TELEPORT\", \"more\": [1, 2]}",
                "{\"jobId\": \"%s\", \"worker\": \"forged\", \"attempt\": -1, \"progress\": \"full\"}");
    }

    @ParameterizedTest
    @MethodSource("noise")
    void takesNoiseForANudge(String pattern) {
        String job = UUID.randomUUID().toString();

        kafka.send(TOPIC, pattern.formatted(job));

        assertRunsTheNext();
        assertThat(platform.database().one("SELECT id FROM vto_job WHERE id = ?::uuid", job))
                .isNull();
    }

    @Test
    void runsAJobOnceHoweverOftenItIsRung() {
        NewJob job = NewJob.anImageJob(platform.anOwner());
        ring(job, 10);
        platform.submit(job);
        ring(job, 10);

        JobState state = platform.awaitStatus(job, JobStatus.SUCCEEDED);
        ring(job, 10);

        assertRunsTheNext();
        assertThat(platform.database().state(job.id())).isEqualTo(state);
        assertThat(state.claim()).isEqualTo(1);
        assertThat(platform.database()
                        .one(
                                "SELECT count(*) FROM generate_img WHERE job_id = ?",
                                job.id().value()))
                .isEqualTo("1");
    }

    @Test
    void leavesAlonePeersJobsThatARecordNames() {
        NewJob job = NewJob.anImageJob(platform.anOwner());
        platform.database().insertRunningElsewhere(job, Duration.ZERO);

        ring(job, 3);

        assertRunsTheNext();
        assertThat(platform.database().state(job.id()))
                .extracting(JobState::status, JobState::claim)
                .containsExactly(JobStatus.RUNNING, 1);
    }

    @Test
    void commitsWhatItHeardAndLeavesNoPartitionStuck() {
        IntStream.range(0, 6).forEach(partition -> kafka.send(new ProducerRecord<>(TOPIC, partition, null, garbage())));

        await().atMost(Platform.LIMIT).until(() -> kafka.lag(GROUP, TOPIC) == 0);
        assertRunsTheNext();
    }

    @Test
    void goesOnWhileItsGroupIsSharedAnew() {
        assertThat(kafka.protocol(GROUP)).isEqualToIgnoringCase("classic");
        // The peer comes with the newer protocol, as a worker of the release before does (ADR 27).
        NewJob before = platform.submit(NewJob.anImageJob(platform.anOwner()));
        try (KafkaConsumer<byte[], byte[]> peer = kafka.join(GROUP, TOPIC)) {
            assertThat(peer.assignment()).isNotEmpty();
            NewJob meanwhile = platform.submit(NewJob.anImageJob(platform.anOwner()));
            ring(meanwhile, 1);

            assertThat(platform.awaitStatus(before, JobStatus.SUCCEEDED).claim())
                    .isEqualTo(1);
            assertThat(platform.awaitStatus(meanwhile, JobStatus.SUCCEEDED).claim())
                    .isEqualTo(1);
        }
        assertRunsTheNext();
    }

    private void assertRunsTheNext() {
        NewJob next = platform.submit(NewJob.anImageJob(platform.anOwner()));
        ring(next, 1);
        assertThat(platform.awaitStatus(next, JobStatus.SUCCEEDED).claim()).isEqualTo(1);
    }

    private void ring(NewJob job, int times) {
        for (int i = 0; i < times; i++) {
            kafka.send(TOPIC, "{\"jobId\": \"" + job.id() + "\"}");
        }
    }

    private ConsumerRecord<byte[], byte[]> buried(byte[] poison, String reason) {
        ConsumerRecord<byte[], byte[]> letter =
                kafka.find("vto.job.dead", poison).orElseThrow();
        assertThat(header(letter, "dead-letter-reason")).contains(reason);
        assertThat(header(letter, "dead-letter-topic")).isEqualTo(TOPIC);
        return letter;
    }

    /** Bytes that are no text, and never the same. */
    private static byte[] garbage() {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xfe;
        return bytes;
    }

    private static ConsumerRecord<String, String> text(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new String(record.key(), StandardCharsets.UTF_8),
                new String(record.value(), StandardCharsets.UTF_8),
                record.headers(),
                Optional.empty());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
