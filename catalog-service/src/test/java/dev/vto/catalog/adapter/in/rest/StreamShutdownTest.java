package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.infra.test.PlatformResource;
import dev.vto.infra.test.SseClient;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Has a service to itself, which is left as one that stops. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestProfile(StreamShutdownTest.Alone.class)
class StreamShutdownTest {

    public static final class Alone implements QuarkusTestProfile {}

    @Inject
    Event<ShutdownDelayInitiatedEvent> shutdown;

    @Inject
    OpenStreams open;

    @TestHTTPResource("/")
    URI service;

    @Test
    void endsAllStreamsBeforeTheServiceStops() {
        SseClient client = new SseClient(service);
        Seller seller = Seller.signIn();

        try (SseClient.Stream stream = client.open("/v1/events", seller.token()).read()) {
            await().atMost(SseClient.LIMIT).until(() -> open.size() == 1);
            shutdown.fire(new ShutdownDelayInitiatedEvent());

            assertThat(open.size()).isZero();
            assertThat(stream.awaitEnd().wasCutOff()).isFalse();
            SseClient.Stream late = client.open("/v1/events", seller.token()).read();
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.header("Retry-After")).isEqualTo("5");
        }
    }
}
