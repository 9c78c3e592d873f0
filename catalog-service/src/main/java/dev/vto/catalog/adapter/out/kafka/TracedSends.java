package dev.vto.catalog.adapter.out.kafka;

import dev.vto.catalog.adapter.trace.TraceContext;
import dev.vto.shared.adapter.trace.Spans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Sends records, each in a span below that of the request which its trace context names, until Kafka acknowledges it. The span
 * takes the request's place in the record: who reads it goes on from there. What is not sampled is sent as it is. Attributes
 * are those of OpenTelemetry's conventions for messaging.
 */
final class TracedSends implements Function<ProducerRecord<String, byte[]>, Future<RecordMetadata>> {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");

    private final Producer<String, byte[]> producer;
    private final Spans spans;

    TracedSends(Producer<String, byte[]> producer, Spans spans) {
        this.producer = producer;
        this.spans = spans;
    }

    @Override
    public Future<RecordMetadata> apply(ProducerRecord<String, byte[]> record) {
        Header request = record.headers().lastHeader(TraceContext.HEADER);
        if (request == null) {
            return producer.send(record);
        }
        Span span = spans.begin(
                "send " + record.topic(), SpanKind.PRODUCER, new String(request.value(), StandardCharsets.UTF_8));
        if (!span.isRecording()) {
            return producer.send(record);
        }
        span.setAttribute(SYSTEM, "kafka")
                .setAttribute(TOPIC, record.topic())
                .setAttribute(OPERATION, "send")
                .setAttribute(Spans.JOB, record.key());
        record.headers()
                .remove(TraceContext.HEADER)
                .add(TraceContext.HEADER, Spans.traceparent(span).getBytes(StandardCharsets.UTF_8));
        try {
            return producer.send(record, (acknowledged, failure) -> end(span, failure));
        } catch (RuntimeException e) {
            end(span, e);
            throw e;
        }
    }

    private static void end(Span span, @Nullable Exception failure) {
        if (failure != null) {
            Spans.fail(span, failure.getClass().getSimpleName());
        }
        span.end();
    }
}
