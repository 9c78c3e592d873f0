package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.adapter.trace.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracedSendsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String REQUEST = "00f067aa0ba902b7";
    private static final String SAMPLED = "00-" + TRACE + "-" + REQUEST + "-01";
    private static final String UNSAMPLED = "00-" + TRACE + "-" + REQUEST + "-00";

    @RegisterExtension
    final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final TracedSends sends = new TracedSends(kafka, Spans.of(telemetry.getOpenTelemetry()));

    @Test
    void haveASpanBelowTheRequestUntilKafkaAcknowledges() {
        sends.apply(record(SAMPLED));
        assertThat(telemetry.getSpans()).isEmpty();

        kafka.completeNext();

        assertThat(telemetry.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("send vto.job.events");
            assertThat(span.getKind()).isEqualTo(SpanKind.PRODUCER);
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getParentSpanId()).isEqualTo(REQUEST);
            assertThat(span.getAttributes().get(Spans.JOB)).isEqualTo("job-1");
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(traceparents()).containsExactly("00-" + TRACE + "-" + span.getSpanId() + "-01");
        });
    }

    @Test
    void tellWhyKafkaDidNotTakeARecord() {
        sends.apply(record(SAMPLED));
        kafka.errorNext(new NotEnoughReplicasException("somebody@example.com"));

        assertFailedBy("NotEnoughReplicasException");
    }

    @Test
    void tellWhyARecordCouldNotBeSent() {
        kafka.sendException = new IllegalStateException("closed");

        assertThatThrownBy(() -> sends.apply(record(SAMPLED))).hasMessage("closed");
        assertFailedBy("IllegalStateException");
    }

    @Test
    void leaveWhatIsNotSampledAsItIs() {
        sends.apply(record(UNSAMPLED));
        kafka.completeNext();

        assertThat(traceparents()).containsExactly(UNSAMPLED);
        assertThat(telemetry.getSpans()).isEmpty();
    }

    @Test
    void leaveWhatBelongsToNoTraceAsItIs() {
        sends.apply(new ProducerRecord<>("vto.job.events", "job-1", new byte[0]));
        kafka.completeNext();

        assertThat(traceparents()).isEmpty();
        assertThat(telemetry.getSpans()).isEmpty();
    }

    private void assertFailedBy(String type) {
        SpanData span = telemetry.getSpans().get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo(type);
        assertThat(span.toString()).doesNotContain("somebody");
    }

    private List<String> traceparents() {
        return StreamSupport.stream(
                        kafka.history().get(0).headers().headers("traceparent").spliterator(), false)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static ProducerRecord<String, byte[]> record(String traceparent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>("vto.job.events", "job-1", new byte[0]);
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
