package dev.vto.worker.adapter.out.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.vto.shared.adapter.trace.Spans;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fake.InMemoryJobQueue;
import dev.vto.worker.fake.UnsteadyJobQueue;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracedJobQueueTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String REQUEST = "00f067aa0ba902b7";

    @RegisterExtension
    final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

    private final InMemoryJobQueue table = new InMemoryJobQueue();
    private final UnsteadyJobQueue line = new UnsteadyJobQueue(table);
    private final JobQueue queue =
            new TracedJobQueue(line, Spans.of(telemetry.getOpenTelemetry()), kind -> kind + "-maker");

    @Test
    void tellsOfARunBelowItsRequestAndOfTheWriteBackBelowTheRun() {
        ClaimedJob job = claimed("-01");
        assertThat(telemetry.getSpans()).isEmpty();
        get(queue.succeed(job, Results.picture(job)));

        SpanData run = span("run IMAGE");
        assertThat(run.getTraceId()).isEqualTo(TRACE);
        assertThat(run.getParentSpanId()).isEqualTo(REQUEST);
        assertThat(run.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(attributes(run))
                .isEqualTo(Map.of(
                        "vto.job.id", job.id().toString(),
                        "vto.job.kind", "IMAGE",
                        "vto.job.attempt", 1L,
                        "vto.backend", "IMAGE-maker",
                        "vto.job.outcome", "succeeded"));
        assertThat(job.traceparent()).isEqualTo("00-" + TRACE + "-" + run.getSpanId() + "-01");
        assertThat(span("write back").getParentSpanId()).isEqualTo(run.getSpanId());
        assertThat(telemetry.getSpans()).hasSize(2);
    }

    @Test
    void tellsOfAFailureByItsCodeAlone() {
        ClaimedJob job = claimed("-01");
        get(queue.retryLater(job, failure(), Duration.ofSeconds(7)));
        table.pass(Duration.ofSeconds(8));
        get(queue.sweep(Duration.ofSeconds(30), 3));
        get(queue.fail(get(queue.claim(1)).get(0), failure()));

        assertThat(runs())
                .allSatisfy(run -> {
                    assertThat(run.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
                    assertThat(attributes(run)).containsEntry("error.type", "capacity");
                })
                .extracting(run -> attributes(run).get("vto.job.attempt"), run -> attributes(run)
                        .get("vto.job.outcome"))
                .containsExactly(tuple(1L, "retrying"), tuple(2L, "failed"));
        assertThat(telemetry.getSpans().toString()).doesNotContain("somebody");
    }

    @Test
    void tellsWhatCameOfAnEndThatWasNotTaken() {
        ClaimedJob canceled = claimed("-01");
        table.requestCancel(canceled.id());
        get(queue.handBack(canceled));
        ClaimedJob lost = claimed("-01");
        table.pass(Duration.ofMinutes(1));
        get(queue.sweep(Duration.ofSeconds(30), 3));
        ClaimedJob again = get(queue.claim(1)).get(0);
        get(queue.handBack(lost));
        get(queue.handBack(again));

        assertThat(runs())
                .extracting(run -> attributes(run).get("vto.job.outcome"))
                .containsExactly("canceled", "superseded", "interrupted");
    }

    @Test
    void tellsOfAnEndThatCouldNotBeWritten() {
        ClaimedJob job = claimed("-01");
        line.fail(UnsteadyJobQueue.Call.END);

        assertThatThrownBy(() -> get(queue.succeed(job, Results.picture(job)))).hasMessageContaining("END");

        assertThat(attributes(span("run IMAGE")))
                .containsEntry("vto.job.outcome", "lost")
                .containsEntry("error.type", "lost");
        assertThat(attributes(span("write back"))).containsEntry("error.type", "IllegalStateException");
    }

    @Test
    void handsOnThatARequestIsNotSampled() {
        ClaimedJob job = claimed("-00");
        get(queue.succeed(job, Results.picture(job)));

        assertThat(job.traceparent()).startsWith("00-" + TRACE + "-").endsWith("-00");
        assertThat(telemetry.getSpans()).isEmpty();
    }

    @Test
    void keepsTheLeaseOfRunsThatAreTraced() {
        ClaimedJob job = claimed("-01");

        assertThat(get(queue.heartbeat(Map.of(job, 0.5)))).containsExactly(job);
    }

    private ClaimedJob claimed(String flags) {
        table.submit(NewJob.anImageJob(), "00-" + TRACE + "-" + REQUEST + flags);
        return get(queue.claim(1)).get(0);
    }

    private List<SpanData> runs() {
        return telemetry.getSpans().stream()
                .filter(span -> span.getName().equals("run IMAGE"))
                .toList();
    }

    private SpanData span(String name) {
        return telemetry.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new HashMap<>();
        for (Map.Entry<AttributeKey<?>, Object> attribute :
                span.getAttributes().asMap().entrySet()) {
            attributes.put(attribute.getKey().getKey(), attribute.getValue());
        }
        return attributes;
    }

    private static GenerationFailed failure() {
        FailureCode code = FailureCode.CAPACITY;
        return new GenerationFailed(code, code.sentence(), "sent by somebody@example.com", null, null);
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}
