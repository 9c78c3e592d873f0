package dev.vto.worker.adapter.out.trace;

import dev.vto.shared.adapter.trace.Spans;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.Generators;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.domain.GenerationFailed;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gives each call of a backend a span below its run: one for the whole call, however often the backend is asked for it over
 * HTTP. Whoever the backend tells of the call goes on from that span.
 */
public final class TracedCalls {

    static final AttributeKey<String> BACKEND = AttributeKey.stringKey("vto.backend");

    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("vto.backend.model");

    private final Spans spans;

    TracedCalls(Spans spans) {
        this.spans = spans;
    }

    /** The same generators, whose calls are traced. */
    public static Generators of(Generators generators, Spans spans) {
        TracedCalls calls = new TracedCalls(spans);
        return new Generators(
                new TracedTryOn(generators.tryOn(), calls),
                new TracedVideo(generators.video(), calls),
                new TracedCopywriter(generators.copywriter(), calls));
    }

    <T> Uni<T> traced(String name, Generator backend, Call call, Function<Call, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Span span = spans.begin(name, SpanKind.CLIENT, call.traceparent())
                    .setAttribute(BACKEND, backend.provider())
                    .setAttribute(MODEL, backend.model());
            return Uni.createFrom()
                    .deferred(() -> work.apply(new Traced(call, Spans.traceparent(span))))
                    .onFailure()
                    .invoke(failure -> Spans.fail(span, code(failure).wireName()))
                    .onTermination()
                    .invoke(() -> span.end());
        });
    }

    private static FailureCode code(Throwable failure) {
        return failure instanceof GenerationFailed known ? known.code() : FailureCode.INTERNAL;
    }

    /** A call within a span of its own. */
    private record Traced(Call call, String traceparent) implements Call {

        @Override
        public Optional<String> backendJob() {
            return call.backendJob();
        }

        @Override
        public Uni<Void> submitted(String backendJob) {
            return call.submitted(backendJob);
        }

        @Override
        public Uni<Void> forget() {
            return call.forget();
        }

        @Override
        public void at(double fraction) {
            call.at(fraction);
        }
    }
}
