package dev.vto.shared.adapter.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpansTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    @RegisterExtension
    final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

    private final Spans spans = Spans.of(telemetry.getOpenTelemetry());

    @Test
    void areBelowTheParentThatIsNamed() {
        Span span = spans.begin("send", SpanKind.PRODUCER, "00-" + TRACE + "-" + PARENT + "-01");
        span.end();

        SpanData sent = telemetry.getSpans().get(0);
        assertThat(sent.getTraceId()).isEqualTo(TRACE);
        assertThat(sent.getParentSpanId()).isEqualTo(PARENT);
        assertThat(Spans.traceparent(span)).isEqualTo("00-" + TRACE + "-" + sent.getSpanId() + "-01");
    }

    @Test
    void areNotSampledWhereTheParentIsNot() {
        Span span = spans.begin("send", SpanKind.PRODUCER, "00-" + TRACE + "-" + PARENT + "-00");
        span.end();

        assertThat(telemetry.getSpans()).isEmpty();
        assertThat(Spans.traceparent(span)).startsWith("00-" + TRACE + "-").endsWith("-00");
    }

    @Test
    void beginTracesOfTheirOwn() {
        spans.begin("first", SpanKind.SERVER, null).end();
        spans.begin("second", SpanKind.SERVER, null).end();

        assertThat(telemetry.getSpans())
                .allMatch(span -> span.getParentSpanId().equals(SpanId.getInvalid()))
                .extracting(SpanData::getTraceId)
                .doesNotHaveDuplicates();
    }

    @Test
    void tellOfAFailureByItsNameAlone() {
        Span span = spans.begin("send", SpanKind.PRODUCER, null);
        Spans.fail(span, "capacity");
        span.end();

        SpanData sent = telemetry.getSpans().get(0);
        assertThat(sent.getStatus().getDescription()).isEmpty();
        assertThat(sent.getEvents()).isEmpty();
        assertThat(sent.getAttributes().asMap().values()).containsExactly("capacity");
    }

    @Test
    void areNoneWhereNobodyWantsThem() {
        assertThat(Spans.none().areWanted()).isFalse();
        assertThat(Spans.none().begin("send", SpanKind.PRODUCER, null).isRecording())
                .isFalse();
    }
}
