package dev.vto.catalog.adapter.in.metrics;

import static dev.vto.catalog.fixture.Fixtures.aCollection;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProject;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.catalog.adapter.in.rest.Seller;
import dev.vto.catalog.adapter.out.postgres.OutboxRows;
import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.fixture.JsonLog;
import dev.vto.infra.test.FailingPlatform;
import dev.vto.infra.test.SseClient;
import dev.vto.shared.id.JobId;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What probes and scrapes of a catalog show: without Kafka, and then without PostgreSQL too. */
@QuarkusTest
@TestProfile(CatalogAloneTest.Alone.class)
@WithTestResource(value = FailingPlatform.class, initArgs = @ResourceArg(name = "database", value = "catalog_alone"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogAloneTest {

    private static final Duration LIMIT = Duration.ofSeconds(40);

    /** A start of its own, figures that are soon there and soon old, and statements that soon take too long. */
    public static final class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vto.backlog-interval",
                    "PT0.5S",
                    "quarkus.datasource.reactive.additional-properties.statement_timeout",
                    "1000",
                    "quarkus.datasource.units.reactive.additional-properties.statement_timeout",
                    "1000");
        }
    }

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject
    PostgresCatalog catalog;

    @Inject
    OutboxRows outbox;

    @Inject
    Pool pool;

    @Inject
    @ReactiveDataSource("units")
    Pool units;

    @Test
    @Order(1)
    void isReadyAndAliveWithoutKafka() {
        assertThat(health("ready")).isEqualTo(200);
        assertThat(health("live")).isEqualTo(200);
        assertThat(get(management.resolve("/q/health/live")).asString()).contains("outbox relay");
    }

    @Test
    @Order(2)
    void showsWhatWaits() {
        JobId running =
                catalog.given(aNewJob().in(catalog.givenAProject()).build()).id();
        catalog.claimed(running);
        catalog.given(aNewJob().in(catalog.givenAProject()).build());

        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(sample("vto_jobs_waiting{kind=\"IMAGE\"}")).isEqualTo(1);
            assertThat(sample("vto_jobs_running{kind=\"IMAGE\"}")).isEqualTo(1);
            assertThat(sample("vto_outbox_unsent")).isEqualTo(4);
            assertThat(sample("vto_jobs_waiting{kind=\"VIDEO\"}")).isZero();
            assertThat(sample("vto_jobs_delayed")).isZero();
            assertThat(sample("vto_outbox_parked")).isZero();
            assertThat(sample("vto_jobs_oldest_waiting_seconds")).isBetween(0.0, 60.0);
            assertThat(sample("vto_jobs_oldest_heartbeat_seconds")).isBetween(0.0, 60.0);
            assertThat(sample("vto_outbox_oldest_unsent_seconds")).isBetween(0.0, 60.0);
            assertThat(sample("vto_outbox_relay_active")).isEqualTo(1);
            assertThat(sample("vto_outbox_publish_seconds_count")).isZero();
            assertThat(sample("vto_sse_refused_total{reason=\"user\"}")).isZero();
            assertThat(sample("vto_sse_refused_total{reason=\"instance\"}")).isZero();
        });
    }

    @Test
    @Order(3)
    void streamsWhatAnotherInstanceHasSent() {
        Seller seller = Seller.signIn();
        try (SseClient.Stream stream =
                new SseClient(service).open("/v1/events", seller.token()).read()) {
            await().atMost(LIMIT).until(() -> !stream.lastId().isEmpty());
            Project project = catalog.given(
                    aProject().in(catalog.given(aCollection(seller.id()))).build());
            JobId job = catalog.given(aNewJob().in(project).build()).id();

            outbox.markSent(job);

            stream.awaitEvents("queued");
        }
    }

    /** A process that stands still closes nothing itself; it is the server that frees the rows. */
    @Test
    @Order(4)
    void letsTheServerEndATransactionThatStandsStill() {
        assertThat(Stream.of(pool, units).map(each -> answer(each, "SHOW idle_in_transaction_session_timeout")))
                .containsExactly("15s", "15s");
    }

    @Test
    @Order(5)
    void closesAConnectionOnWhichNoAnswerComes() {
        List<Pool> pools = List.of(pool, units);
        pools.forEach(this::openSome);
        FailingPlatform.network().silence();

        List<CompletableFuture<RowSet<Row>>> answers = pools.stream()
                .map(each -> each.query("SELECT 1").execute().subscribeAsCompletionStage())
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer)
                .failsWithin(LIMIT)
                .withThrowableThat()
                .withCauseInstanceOf(ClosedConnectionException.class));
    }

    @Test
    @Order(6)
    void isAliveButNotReadyWithoutPostgres() {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(health("ready")).isEqualTo(503));
        assertThat(health("live")).isEqualTo(200);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(sample("vto_jobs_waiting{kind=\"IMAGE\"}"))
                .isNaN());
        assertThat(sample("vto_backlog_reading_age_seconds")).isGreaterThan(1);
    }

    @Test
    @Order(7)
    void logsARequestThatFailsWithWhoAskedAndInWhichTrace() {
        FailingPlatform.network().mend();
        Seller seller = await().atMost(LIMIT).ignoreExceptions().until(Seller::signIn, Objects::nonNull);
        FailingPlatform.network().silence();

        try (JsonLog log = new JsonLog()) {
            given().noFilters()
                    .header("Authorization", "Bearer " + seller.token())
                    .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .get("/v1/projects")
                    .then()
                    .statusCode(500);

            assertThat(log.lines())
                    .filteredOn(line -> line.getString("message").equals("GET /v1/projects failed"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getJsonObject("mdc").getMap())
                            .containsEntry("userId", seller.id().toString())
                            .containsEntry("traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
            assertThat(log.lines().toString()).doesNotContain(seller.email());
        }
    }

    private static String answer(Pool from, String sql) {
        return from.query(sql).execute().await().atMost(LIMIT).iterator().next().getString(0);
    }

    /** More than others have use for. */
    private void openSome(Pool from) {
        List<Uni<RowSet<Row>>> atOnce =
                Collections.nCopies(5, from.query("SELECT pg_sleep(0.1)").execute());
        Uni.join().all(atOnce).andFailFast().await().atMost(LIMIT);
    }

    private int health(String kind) {
        return get(management.resolve("/q/health/" + kind)).statusCode();
    }

    /** The value of one sample, whose labels are in alphabetical order. */
    private double sample(String name) {
        String line = get(management.resolve("/q/metrics"))
                .asString()
                .lines()
                .filter(each -> each.startsWith(name + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample " + name));
        return Double.parseDouble(line.substring(name.length() + 1));
    }
}
