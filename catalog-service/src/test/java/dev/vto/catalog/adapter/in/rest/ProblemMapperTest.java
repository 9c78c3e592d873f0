package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.vto.catalog.application.port.Photos;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever refuses a request, the answer is a problem. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class ProblemMapperTest {

    @TestHTTPResource
    URI catalog;

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing/here", "/v1", "/nothing", "/v1/collections/1/2/3"})
    void findsNothingAtAnUnknownPath(String path) {
        assertProblem(seller.get(path), 404, "not_found")
                .body(hasJsonPath("$.detail", equalTo("There is nothing at this path.")));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /v1/collections, 'GET, POST'",
        "PATCH, /v1/vto-jobs/1/cancel, POST",
        "POST, /v1/products/1/images/upperFront, 'DELETE, PUT'",
        "PUT, /v1/auth/dev, POST",
        "POST, /.well-known/jwks.json, GET",
        "DELETE, /v1/collections/, 'GET, POST'"
    })
    void tellsWhichMethodsAPathTakes(String method, String path, String allowed) {
        assertProblem(seller.request().request(method, path), 405, "method_not_allowed")
                .header("Allow", allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
    void takesJsonAlone(String type) {
        assertProblem(
                seller.request().contentType(type).body("name=x").post("/v1/collections"),
                415,
                "unsupported_media_type");
    }

    @Test
    void answersJsonAlone() {
        assertProblem(seller.request().accept("application/xml").get("/v1/collections"), 406, "not_acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": ",
                "{\"name\": \"a\"} x",
                "{name: \"a\"}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "nul",
                "\u0000"
            })
    void tellsWhereTheJsonIsWrong(String body) {
        assertProblem(seller.post("/v1/collections", body), 400, "invalid_json")
                .body(hasJsonPath("$.detail", containsString("(line 1, column ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"a\"", "null", " "})
    void takesAnObjectAlone(String body) {
        assertProblem(seller.post("/v1/collections", body), 400, "invalid_request")
                .body(hasJsonPath("$.detail", equalTo("The body is a JSON object.")));
    }

    @Test
    void takesAnObjectAndNotNothing() {
        assertProblem(seller.request().contentType(ContentType.JSON).post("/v1/collections"), 400, "invalid_request");
    }

    @Test
    void takesNoJsonThatGoesTooDeep() {
        assertProblem(seller.post("/v1/collections", "{\"name\": " + "[".repeat(5_000)), 400, "invalid_json");
    }

    @Test
    void boundsTheSizeOfAJsonBody() {
        assertProblem(seller.post("/v1/collections", "{\"name\": \"" + "x".repeat(64 * 1024) + "\"}"), 413, "too_large")
                .body(hasJsonPath("$.detail", equalTo("A JSON body has at most 65536 characters.")));
    }

    @Test
    void keepsWhatItSaysToThePoint() {
        assertProblem(seller.get("/v1/projects/%3Cscript%3E"), 400, "invalid_request")
                .body(
                        hasJsonPath("$.detail", equalTo("id: is a UUID")),
                        hasJsonPath("$.detail", not(containsString("script"))));
    }

    /** By a client that does not hold it to the contract, which promises no such answer. */
    @Test
    void tellsOfAFailureThatIsNoExceptionInTheSameWay() throws Exception {
        Photos away = (owner, file) -> Uni.createFrom().failure(new NoStackTraceThrowable("Timeout"));
        QuarkusMock.installMockForType(away, Photos.class);

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(catalog.resolve("/v1/uploads"))
                                .header("Authorization", "Bearer " + seller.token())
                                .header("Content-Type", "image/jpeg")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(Pictures.jpeg()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("internal");
    }

    @Test
    void looksAtTheTokenOfEveryRequest() {
        assertProblem(given().get("/v1/projects/not-a-uuid"), 401, "unauthorized");
    }
}
