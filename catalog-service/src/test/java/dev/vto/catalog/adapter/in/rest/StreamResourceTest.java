package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.adapter.out.identity.ExpiredTokens;
import dev.vto.catalog.adapter.out.postgres.OutboxRows;
import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(StreamProfile.class)
class StreamResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    OutboxRows outbox;

    @Inject
    OpenStreams open;

    @Inject
    ExpiredTokens tokens;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource("/")
    URI service;

    private SseClient client;
    private Seller seller;
    private ProjectId project;

    @BeforeEach
    void signIn() {
        client = new SseClient(service);
        seller = Seller.signIn();
        project = seller.project();
        seller.product(project, "upperFront");
    }

    @AfterEach
    void leavesNoStreamOpen() {
        await().atMost(SseClient.LIMIT).until(() -> open.size() == 0);
    }

    @Test
    void showsTheJobAndThenWhatBecomesOfIt() throws Exception {
        JobId job = submitted();
        awaitSent(job, 1);

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
    void refusesMoreStreamsThanAUserMayHave() throws Exception {
        List<SseClient.Stream> streams = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            streams.add(client.open("/v1/events", seller.token()));
            assertThat(streams.get(i).status()).isEqualTo(200);
        }

        assertThat(meters.get("vto.sse.streams").gauge().value()).isEqualTo(20);
        SseClient.Stream refused =
                client.open("/v1/events", seller.token()).read().awaitEnd();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("5");
        assertThat(JSON.readTree(refused.body()).path("code").asText()).isEqualTo("too_many_streams");

        streams.remove(0).close();
        await().atMost(SseClient.LIMIT).until(() -> open.size() == 19);
        streams.add(client.open("/v1/events", seller.token()));
        assertThat(streams).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));
        streams.forEach(SseClient.Stream::close);
    }

    @Test
    void endsWhenTheAccessTokenDoes() {
        String token = tokens.of(seller.id(), Instant.now().plusSeconds(2));

        try (SseClient.Stream stream = client.open("/v1/events", token).read()) {
            assertThat(stream.status()).isEqualTo(200);
            stream.awaitEnd();
            assertThat(stream.wasCutOff()).isFalse();
        }
    }

    @Test
    void endsWhenTheProjectIsNoLongerShared() {
        Seller guest = Seller.signIn();
        share(guest, "VIEWER");
        JobId job = submitted();

        try (SseClient.Stream stream = client.open(path(job), guest.token()).read()) {
            assertThat(stream.status()).isEqualTo(200);
            seller.delete("/v1/projects/" + project + "/shares/" + guest.id())
                    .then()
                    .statusCode(204);

            stream.awaitEnd();
            assertThat(client.open(path(job), guest.token()).read().status()).isEqualTo(404);
        }
    }

    @Test
    void endsWhenTheAccountIsDeleted() {
        try (SseClient.Stream stream = client.open("/v1/events", seller.token()).read()) {
            seller.delete("/v1/users/me").then().statusCode(204);

            stream.awaitEnd();
            assertThat(client.open("/v1/events", seller.token()).read().status())
                    .isEqualTo(401);
        }
    }

    @Test
    void showsAnEditorTheJobsThatTheySubmittedAsLongAsTheProjectIsShared() {
        Seller editor = Seller.signIn();
        share(editor, "EDITOR");
        JobId ofOwner = submitted();
        JobId ofEditor = submittedBy(editor);
        awaitSent(ofOwner, 1);
        awaitSent(ofEditor, 1);

        try (SseClient.Stream stream =
                client.open("/v1/events", editor.token(), "0").read()) {
            // Whoever asks for everything since the beginning may be told that it is gone.
            await().atMost(SseClient.LIMIT).until(() -> !stream.blocks().isEmpty());
            outbox.add(ofOwner, JobEventType.STARTED);
            outbox.add(ofEditor, JobEventType.STARTED);
            await().atMost(SseClient.LIMIT).until(() -> stream.names().contains("started"));
            seller.delete("/v1/projects/" + project + "/shares/" + editor.id())
                    .then()
                    .statusCode(204);
            outbox.add(ofEditor, JobEventType.PROGRESSED);
            awaitSent(ofEditor, 3);
            JobId own = submittedInAProjectOf(editor);

            await().atMost(SseClient.LIMIT)
                    .until(() ->
                            stream.names().stream().filter("queued"::equals).count() > 0
                                    && stream.events()
                                            .get(stream.events().size() - 1)
                                            .data()
                                            .contains(own.toString()));
            assertThat(stream.events()).noneMatch(event -> event.data().contains(ofOwner.toString()));
            assertThat(stream.names()).contains("started").doesNotContain("progressed");
        }
    }

    @Test
    void opensNothingForWhoeverAsksForTheHeadAlone() {
        seller.request().accept("text/event-stream").head("/v1/events").then().statusCode(200);

        assertThat(open.size()).isZero();
    }

    private void share(Seller guest, String role) {
        seller.post(
                        "/v1/projects/" + project + "/shares",
                        "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(guest.email(), role))
                .then()
                .statusCode(201);
    }

    private JobId submitted() {
        return submittedBy(seller);
    }

    private JobId submittedBy(Seller submitter) {
        return submit(submitter, project);
    }

    private static JobId submittedInAProjectOf(Seller owner) {
        ProjectId own = owner.project();
        owner.product(own, "upperFront");
        return submit(owner, own);
    }

    private static JobId submit(Seller submitter, ProjectId project) {
        String id = submitter
                .post("/v1/projects/" + project + "/vto-jobs", "{\"kind\": \"IMAGE\"}")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return new JobId(UUID.fromString(id));
    }

    private List<Long> awaitSent(JobId job, int events) {
        await().atMost(SseClient.LIMIT).until(() -> outbox.positionsOf(job).size() == events);
        return outbox.positionsOf(job);
    }

    private static String path(JobId job) {
        return "/v1/vto-jobs/" + job + "/events";
    }
}
