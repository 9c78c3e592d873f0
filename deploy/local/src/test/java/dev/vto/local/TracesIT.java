package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.local.TraceReceiver.Received;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a collector is sent of the packaged services. */
@ExtendWith(RunningStack.class)
class TracesIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String EMAIL = "theodora.example@example.com";
    /** This page's alone, of all that the stack is asked for. */
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String PAGE = "00f067aa0ba902b7";

    /** Whatever else a span told would have to be looked at first: is it anybody's, is it secret? */
    private static final Set<String> KNOWN = Set.of(
            "error.type",
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "messaging.destination.name",
            "messaging.operation.type",
            "messaging.system",
            "vto.backend",
            "vto.backend.model",
            "vto.job.attempt",
            "vto.job.id",
            "vto.job.kind",
            "vto.job.outcome");

    @Test
    void followAJobFromItsRequestToItsResults(StackFile stack, TraceReceiver collector) throws Exception {
        Seller seller = Seller.signedIn(stack, EMAIL);
        Seller traced = new Seller(seller.rest().within("00-" + TRACE + "-" + PAGE + "-01"), seller.project());

        String job = traced.pictures(1).id();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(named(collector, "send vto.job.events"))
                .hasSizeGreaterThanOrEqualTo(3));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(named(collector, "run IMAGE")).isNotEmpty());
        Received request = only(collector, "POST /v1/projects/{id}/vto-jobs");
        assertThat(request.span().getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(request.service()).isEqualTo("catalog-service");
        assertThat(request.parent()).isEqualTo(PAGE);
        assertThat(request.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.route", "/v1/projects/{id}/vto-jobs")
                .containsEntry("http.response.status_code", "202");

        Received doorbell = only(collector, "send vto.job.requested");
        assertThat(doorbell.service()).isEqualTo("catalog-service");
        assertThat(doorbell.parent()).isEqualTo(request.id());
        assertThat(doorbell.attributes()).containsEntry("vto.job.id", job);
        assertThat(named(collector, "send vto.job.events"))
                .allSatisfy(event -> assertThat(event.parent()).isEqualTo(request.id()));
        assertThat(new KafkaTopic(stack.kafkaBootstrap(), "vto.job.requested").ofKey(job, "vto.job.requested.v1"))
                .singleElement()
                .satisfies(record -> assertThat(KafkaTopic.header(record, "traceparent"))
                        .isEqualTo("00-" + TRACE + "-" + doorbell.id() + "-01"));

        Received run = only(collector, "run IMAGE");
        assertThat(run.service()).isEqualTo("vto-worker");
        assertThat(run.parent()).isEqualTo(request.id());
        assertThat(run.attributes())
                .containsEntry("vto.job.id", job)
                .containsEntry("vto.job.attempt", "1")
                .containsEntry("vto.backend", "simulated")
                .containsEntry("vto.job.outcome", "succeeded");
        assertThat(only(collector, "try on").parent()).isEqualTo(run.id());
        assertThat(only(collector, "write back").parent()).isEqualTo(run.id());
        assertNothingIsAnybodys(collector, seller);
    }

    private static void assertNothingIsAnybodys(TraceReceiver collector, Seller seller) {
        assertThat(collector.spans()).allSatisfy(received -> {
            assertThat(KNOWN).containsAll(received.attributes().keySet());
            assertThat(received.resource()).doesNotContainKeys("process.command_line", "process.command_args");
            assertThat(received.span().getName()).doesNotContain("?");
            assertThat(received.span().getEventsList()).isEmpty();
            assertThat(received.span().toString() + received.resource())
                    .doesNotContain("theodora", "sig=", seller.rest().token(), seller.project());
        });
    }

    private static Received only(TraceReceiver collector, String name) {
        List<Received> spans = named(collector, name);
        assertThat(spans).as(name).hasSize(1);
        return spans.get(0);
    }

    private static List<Received> named(TraceReceiver collector, String name) {
        return collector.spans().stream()
                .filter(span -> span.trace().equals(TRACE))
                .filter(span -> span.span().getName().equals(name))
                .toList();
    }
}
