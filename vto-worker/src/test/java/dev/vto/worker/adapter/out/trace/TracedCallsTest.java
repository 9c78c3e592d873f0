package dev.vto.worker.adapter.out.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.adapter.trace.Spans;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.Garment;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import dev.vto.worker.application.Generators;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fake.FakeGenerator;
import dev.vto.worker.fixture.KeptCall;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TracedCallsTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

    private final FakeGenerator backend = new FakeGenerator();
    private final Spans spans = Spans.of(telemetry.getOpenTelemetry());
    private final Generators traced = TracedCalls.of(new Generators(backend, backend, backend), spans);
    private final KeptCall call = new KeptCall();

    @TempDir
    Path folder;

    @Test
    void haveOneSpanEachBelowTheirRun() {
        get(tryOn());
        get(traced.video().generate(new VideoGenerator.Request(List.of(folder), 5, Aspect.PORTRAIT, 1, folder), call));
        get(traced.copywriter().write(new Copywriter.Request("Spring", List.of(), Tone.values()[0], "ko", 1), call));

        assertThat(telemetry.getSpans())
                .allSatisfy(span -> {
                    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
                    assertThat(KeptCall.TRACEPARENT)
                            .contains("-" + span.getTraceId() + "-" + span.getParentSpanId() + "-");
                    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
                    assertThat(span.getAttributes().asMap())
                            .isEqualTo(Map.of(
                                    AttributeKey.stringKey("vto.backend"), "fake",
                                    AttributeKey.stringKey("vto.backend.model"), "fake-1"));
                })
                .extracting(SpanData::getName)
                .containsExactly("try on", "film", "write");
    }

    @Test
    void areWhatTheBackendIsTold() {
        String told = get(new TracedCalls(spans)
                .traced("try on", backend, call, given -> Uni.createFrom().item(given.traceparent())));

        SpanData span = telemetry.getSpans().get(0);
        assertThat(told).isEqualTo("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01");
    }

    @Test
    void handOnWhatIsKeptOfThem() {
        backend.submitAs("backend-1");

        get(tryOn());
        get(tryOn());

        assertThat(call.backendJob()).contains("backend-1");
        assertThat(backend.submitted()).containsExactly("backend-1");
        assertThat(call.progress()).contains(0.5, 1.0);
    }

    @Test
    void tellOfAFailureByItsCodeAlone() {
        backend.failAfter(
                0, new GenerationFailed(FailureCode.CAPACITY, "Busy.", "https://backend/?key=secret", null, null));

        assertThatThrownBy(() -> get(tryOn())).isInstanceOf(GenerationFailed.class);

        SpanData span = telemetry.getSpans().get(0);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                .isEqualTo("capacity");
        assertThat(span.toString()).doesNotContain("secret");
    }

    @Test
    void endWhereTheirRunIsStopped() {
        backend.hangAfter(0);
        tryOn().subscribe().with(made -> {}).cancel();

        assertThat(telemetry.getSpans()).hasSize(1);
    }

    @Test
    void sayOfTheirBackendWhatItSays() {
        for (JobKind kind : JobKind.values()) {
            Generator one = traced.of(kind);
            assertThat(one.provider()).isEqualTo(backend.provider());
            assertThat(one.model()).isEqualTo(backend.model());
            assertThat(one.aiGenerated()).isEqualTo(backend.aiGenerated());
            backend.takeOneGarmentACall();
            assertThat(one.isKept()).isTrue();
            get(one.cancel(kind.name()));
        }
        assertThat(backend.stopped()).containsExactly("IMAGE", "VIDEO", "LETTER");
        assertThat(traced.tryOn().canDress()).isEqualTo(backend.canDress());
        assertThat(traced.video().canFilm()).isEqualTo(backend.canFilm());
        assertThat(traced.copywriter().languages()).isEqualTo(backend.languages());
    }

    private Uni<TryOnGenerator.Picture> tryOn() {
        return traced.tryOn()
                .generate(
                        new TryOnGenerator.Request(
                                Map.of(Garment.UPPER, folder), View.FRONT, "standing-neutral", null, 1, folder),
                        call);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
