package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.infra.test.PlatformResource;
import dev.vto.infra.test.SseClient;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(StreamProfile.class)
class StreamResourceTest extends StreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsTheJobAndThenWhatBecomesOfIt() throws Exception {
        JobId job = submitted();
        awaitSent(job, 1);
        // It is queued a moment after that, and then stays as it is shown.
        await().atMost(SseClient.LIMIT).until(() -> textAt(seller.get("/v1/vto-jobs/" + job), "$.status")
                .equals("QUEUED"));

        try (SseClient.Stream stream = client.open(path(job), seller.token()).read()) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            stream.awaitEvents("snapshot");
            assertThat(JSON.readTree(stream.events().get(0).data()))
                    .isEqualTo(JSON.readTree(seller.get("/v1/vto-jobs/" + job).asString()));

            outbox.add(job, JobEventType.STARTED);
            outbox.add(job, JobEventType.PROGRESSED);
            outbox.add(job, JobEventType.SUCCEEDED);
            stream.awaitEvents("snapshot", "started", "progressed", "succeeded");
            JsonNode started = JSON.readTree(stream.events().get(1).data());
            assertThat(started.path("jobId").asText()).isEqualTo(job.toString());
            assertThat(started.path("userId").asText()).isEqualTo(seller.id().toString());

            stream.awaitEnd();
            assertThat(stream.wasCutOff()).isFalse();
            assertThat(stream.ids().subList(1, 4))
                    .isEqualTo(outbox.positionsOf(job).subList(1, 4));
        }
    }

    @Test
    void showsAllJobsOfTheCaller() {
        try (SseClient.Stream stream = client.open("/v1/events", seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> !stream.lastId().isEmpty());
            assertThat(stream.events()).isEmpty();

            JobId first = submitted();
            awaitSent(first, 1);
            JobId second = submitted();
            awaitSent(second, 1);
            outbox.add(first, JobEventType.SUCCEEDED);

            stream.awaitEvents("queued", "queued", "succeeded");
            assertThat(stream.ids())
                    .isEqualTo(outbox.positionsOfOwner(seller.id().toString()));
            assertThat(stream.hasEnded()).isFalse();
        }
    }

    @Test
    void showsThatItIsAlive() {
        try (SseClient.Stream stream = client.open("/v1/events", seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> stream.blocks().size() >= 4);
            assertThat(stream.events()).isEmpty();
        }
    }

    @Test
    void goesOnAfterWhatTheReaderHas() {
        JobId job = submitted();
        outbox.add(job, JobEventType.STARTED);
        outbox.add(job, JobEventType.PROGRESSED);
        List<Long> sent = awaitSent(job, 3);

        try (SseClient.Stream stream =
                client.open(path(job), seller.token(), sent.get(0) + "").read()) {
            stream.awaitEvents("started", "progressed");
            outbox.add(job, JobEventType.FAILED);

            stream.awaitEvents("started", "progressed", "failed").awaitEnd();
            assertThat(stream.ids()).isEqualTo(outbox.positionsOf(job).subList(1, 4));
        }
    }

    @Test
    void goesOnAfterTheFirstIdWithoutAnyEvent() {
        String first;
        try (SseClient.Stream stream = client.open("/v1/events", seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> !stream.lastId().isEmpty());
            first = stream.lastId();
        }
        awaitSent(submitted(), 1);

        try (SseClient.Stream stream =
                client.open("/v1/events", seller.token(), first).read()) {
            stream.awaitEvents("queued");
        }
    }

    @Test
    void tellsWhoHasEverythingNotToComeBack() {
        JobId job = submitted();
        seller.post("/v1/vto-jobs/" + job + "/cancel", "").then().statusCode(202);

        try (SseClient.Stream stream = client.open(path(job), seller.token()).read()) {
            stream.awaitEnd();
            assertThat(stream.names()).startsWith("snapshot");
            awaitSent(job, 2);
            String last = outbox.positionsOf(job).get(1).toString();

            SseClient.Stream again =
                    client.open(path(job), seller.token(), last).read();
            assertThat(again.status()).isEqualTo(204);
            again.awaitEnd();
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void beginsAnewWhereHistoryIsPruned() {
        JobId job = submitted();
        outbox.add(job, JobEventType.STARTED);
        List<Long> sent = awaitSent(job, 2);
        outbox.pruneUpTo(sent.get(1));
        awaitSent(submitted(), 1);

        try (SseClient.Stream ofJob =
                        client.open(path(job), seller.token(), sent.get(0) + "").read();
                SseClient.Stream ofUser = client.open("/v1/events", seller.token(), sent.get(0) + "")
                        .read()) {
            ofJob.awaitEvents("reset", "snapshot");
            ofUser.awaitEvents("reset");
            outbox.add(job, JobEventType.PROGRESSED);

            ofJob.awaitEvents("reset", "snapshot", "progressed");
            ofUser.awaitEvents("reset", "progressed");
        }
    }

    @Test
    void beginsAnewAfterAnIdThatWasNeverGiven() {
        try (SseClient.Stream stream =
                client.open("/v1/events", seller.token(), "999999999999999999").read()) {
            stream.awaitEvents("reset");
        }
    }

    @Test
    void refusesWhatIsNoId() throws Exception {
        for (String id : List.of("x", "-1", "1.5", "1".repeat(19))) {
            SseClient.Stream refused =
                    client.open("/v1/events", seller.token(), id).read().awaitEnd();

            assertThat(refused.status()).as(id).isEqualTo(400);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(JSON.readTree(refused.body()).at("/errors/0/field").asText())
                    .isEqualTo("Last-Event-ID");
        }
    }

    @Test
    void takesAnEmptyIdForNone() {
        JobId job = submitted();
        seller.post("/v1/vto-jobs/" + job + "/cancel", "").then().statusCode(202);
        awaitSent(job, 2);

        seller.request()
                .accept("text/event-stream")
                .header("Last-Event-ID", "")
                .get(path(job))
                .then()
                .statusCode(200)
                .body(containsString("event: snapshot"));
    }

    @Test
    void opensNothingForWhoeverAsksForTheHeadAlone() {
        seller.request().accept("text/event-stream").head("/v1/events").then().statusCode(200);

        assertThat(open.size()).isZero();
    }
}
