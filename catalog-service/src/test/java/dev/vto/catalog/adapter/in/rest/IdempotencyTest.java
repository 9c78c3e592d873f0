package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.catalog.adapter.out.postgres.Seeds;
import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.media.MediaKey;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key} on everything that creates. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class IdempotencyTest {

    /** More than there are connections for units of work, and together with those they use, more than the pool has. */
    private static final int MANY = 40;

    @Inject
    Seeds seeds;

    private final String key = Fixtures.anId().toString();
    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signIn();
    }

    @Test
    void answersTheSameAgain() {
        Response first = post("/v1/collections", "{\"name\": \"Spring\"}");
        Response again = post("/v1/collections", "{\"name\": \"Spring\"}");

        first.then().statusCode(201);
        again.then().statusCode(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.as(JsonNode.class)).isEqualTo(first.as(JsonNode.class));
        seller.get("/v1/collections").then().body(hasJsonPath("$.items", hasSize(1)));
    }

    @Test
    void createsEachKindOfThingOnce() {
        ProjectId project = seller.project();
        String product = seller.product(project, "upperFront");
        String projects = "/v1/collections/" + seller.collection() + "/projects";
        assertOnce(projects, "{\"name\": \"Look\"}");
        assertOnce("/v1/projects/" + project + "/products", "{}");
        assertOnce(
                "/v1/projects/" + project + "/letters",
                "{\"summary\": \"New.\", \"bulletPoints\": [\"a\", \"b\", \"c\", \"d\"]}");
        String job = assertOnce(
                "/v1/projects/" + project + "/vto-jobs", "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"}");
        seller.post("/v1/vto-jobs/" + job + "/cancel", "").then().statusCode(202);
        assertOnce("/v1/vto-jobs/" + job + "/retry", "");
    }

    @Test
    void storesAnUploadOnce() {
        byte[] photo = Pictures.jpeg();
        String first = textAt(upload(photo).then().statusCode(201).extract(), "$.id");

        assertThat(textAt(upload(photo), "$.id")).isEqualTo(first);
        assertProblem(upload(Pictures.png()), 422, "idempotency_key_reused");
    }

    @Test
    void holdsNoTransactionWhileAnUploadIsStored() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<MediaKey> stored = new CompletableFuture<>();
        Photos slow = (owner, file) -> Uni.createFrom().completionStage(() -> {
            asked.complete(null);
            return stored;
        });
        QuarkusMock.installMockForType(slow, Photos.class);
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> upload(Pictures.jpeg()), OwnThread.FOR_EACH);
        asked.get(30, TimeUnit.SECONDS);

        assertThat(
                        seeds.text(
                                """
                        SELECT count(*) FROM pg_stat_activity WHERE application_name = 'catalog-service-units'
                          AND datname = current_database() AND state = 'idle in transaction'
                        """))
                .isEqualTo("0");
        stored.complete(new MediaKey(Fixtures.anId() + "/photos/" + Fixtures.anId() + ".jpg"));
        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        post("/v1/collections", "{\"name\": \"Spring\"}").then().statusCode(201);

        assertProblem(post("/v1/collections", "{\"name\": \"Autumn\"}"), 422, "idempotency_key_reused");
    }

    @Test
    void forgetsWhatWasRefused() {
        assertProblem(post("/v1/collections", "{\"name\": \"\"}"), 400, "invalid_request");

        post("/v1/collections", "{\"name\": \"Spring\"}").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "schl\u00fcssel"})
    void refusesWhatIsNoKey(String wrong) {
        assertProblem(
                        seller.request()
                                .header("Idempotency-Key", wrong)
                                .contentType(ContentType.JSON)
                                .body("{\"name\": \"Spring\"}")
                                .post("/v1/collections"),
                        400,
                        "invalid_request")
                .body(hasJsonPath("$.errors[0].field", equalTo("Idempotency-Key")));
    }

    @Test
    void createsOnceForManyThatComeTogether() {
        ExecutorService clients = Executors.newFixedThreadPool(MANY);
        try {
            List<CompletableFuture<Response>> answers = IntStream.range(0, MANY)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> post("/v1/collections", "{\"name\": \"Spring\"}"), clients))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(201))
                    .extracting(answer -> textAt(answer, "$.id"))
                    .containsOnly(textAt(answers.get(0).join(), "$.id"));
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void doesNotRunOutOfConnections() {
        ProjectId project = seller.project();
        ExecutorService clients = Executors.newFixedThreadPool(MANY);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, MANY)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> post(key + n, "/v1/projects/" + project + "/products", "{}")
                                    .statusCode(),
                            clients))
                    .toList();

            assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(201);
        } finally {
            clients.shutdownNow();
        }
    }

    private String assertOnce(String path, String body) {
        String own = Fixtures.anId().toString();
        String first = textAt(post(own, path, body), "$.id");

        assertThat(first).as(path).isNotNull();
        assertThat(textAt(post(own, path, body), "$.id")).isEqualTo(first);
        return first;
    }

    private Response upload(byte[] photo) {
        return seller.request()
                .header("Idempotency-Key", key)
                .contentType("image/jpeg")
                .body(photo)
                .post("/v1/uploads");
    }

    private Response post(String path, String body) {
        return post(key, path, body);
    }

    private Response post(String key, String path, String body) {
        return seller.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }
}
