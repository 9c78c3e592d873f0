package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.adapter.out.identity.ExpiredTokens;
import dev.vto.infra.test.PlatformResource;
import dev.vto.infra.test.SseClient;
import dev.vto.shared.event.JobEventType;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProjectId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(StreamProfile.class)
class StreamAccessTest extends StreamTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ExpiredTokens tokens;

    @Inject
    MeterRegistry meters;

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
        String token = tokens.of(seller.id(), Instant.now().plusSeconds(5));

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

    private void share(Seller guest, String role) {
        seller.post(
                        "/v1/projects/" + project + "/shares",
                        "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(guest.email(), role))
                .then()
                .statusCode(201);
    }

    private static JobId submittedInAProjectOf(Seller owner) {
        ProjectId own = owner.project();
        owner.product(own, "upperFront");
        return submit(owner, own);
    }
}
