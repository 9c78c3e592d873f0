package dev.vto.shared.adapter.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of traces. A parent is named by its W3C trace context (<a
 * href="https://www.w3.org/TR/trace-context/">traceparent</a>), as it is stored with a job and sent along, and not by the
 * thread. A span has the attributes that whoever begins it gives it, and no others.
 */
public final class Spans {

    /** The job that a span is about. */
    public static final AttributeKey<String> JOB = AttributeKey.stringKey("vto.job.id");

    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final String HEADER = "traceparent";

    private static final TextMapGetter<String> READER = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
            return name.equals(HEADER) ? traceparent : null;
        }
    };

    private final @Nullable Tracer tracer;

    private Spans(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Spans where the settings name somebody to send them to. */
    public static Spans of(TraceSettings settings, OpenTelemetry telemetry) {
        return settings.traces().endpoint().isPresent() ? of(telemetry) : none();
    }

    /** Spans that are sent wherever OpenTelemetry is told to. */
    public static Spans of(OpenTelemetry telemetry) {
        return new Spans(telemetry.getTracer("dev.vto"));
    }

    /** No spans: callers do without, and pay nothing. */
    public static Spans none() {
        return new Spans(null);
    }

    /** Whether there is anybody to make spans for. */
    public boolean areWanted() {
        return tracer != null;
    }

    /**
     * Begins a span, which its caller ends.
     *
     * @param parent W3C trace context, or null for a span that begins a trace
     */
    public Span begin(String name, SpanKind kind, @Nullable String parent) {
        if (tracer == null) {
            return Span.getInvalid();
        }
        Context below = parent == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), parent, READER);
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(below).startSpan();
    }

    /** What others name this span by, and whether it is sampled. */
    public static String traceparent(Span span) {
        Map<String, String> headers = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), headers, Map::put);
        return headers.getOrDefault(HEADER, "");
    }

    /** @param type names the failure in a word, without what was said of it */
    public static void fail(Span span, String type) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, type);
    }
}
