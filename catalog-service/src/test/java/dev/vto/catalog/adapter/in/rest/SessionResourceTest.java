package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.vto.catalog.fixture.AtOnce;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class SessionResourceTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void answersANewPairForARefreshToken() {
        Response session = signIn();

        Response next = refresh(textAt(session, "$.refreshToken"));

        next.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        hasJsonPath("$.expiresIn", equalTo(900)),
                        hasJsonPath("$.user.id", equalTo(textAt(session, "$.user.id"))))
                .body(hasJsonPath("$.refreshToken", not(equalTo(textAt(session, "$.refreshToken")))));
        given().header("Authorization", "Bearer " + textAt(next, "$.accessToken"))
                .get("/v1/users/me")
                .then()
                .statusCode(200);
    }

    @Test
    void keepsRequestsSignedInThatRace() throws Exception {
        String raced = textAt(signIn(), "$.refreshToken");

        List<Response> answers = AtOnce.resultsOf(Collections.nCopies(2, () -> refresh(raced)));

        assertThat(answers).allSatisfy(answer -> {
            answer.then().statusCode(200);
            refresh(textAt(answer, "$.refreshToken")).then().statusCode(200);
        });
    }

    @Test
    void endsASessionWhoseTokenIsUsedAgainAndAgain() {
        String token = textAt(signIn(), "$.refreshToken");
        String next = textAt(refresh(token), "$.refreshToken");
        String onceMore = textAt(refresh(token), "$.refreshToken");

        assertProblem(refresh(token), 401, "invalid_refresh_token");
        assertProblem(refresh(next), 401, "invalid_refresh_token");
        assertProblem(refresh(onceMore), 401, "invalid_refresh_token");
    }

    @Test
    void countsSessionsThatEndedByReuse() throws IOException {
        double before = reuses();
        String token = textAt(signIn(), "$.refreshToken");
        refresh(token);
        refresh(token);
        assertThat(reuses()).isEqualTo(before);

        refresh(token).then().statusCode(401);
        refresh(token).then().statusCode(401);
        refresh("never-was").then().statusCode(401);

        assertThat(reuses()).isEqualTo(before + 1);
    }

    @Test
    void signsOutAsOftenAsItIsAsked() {
        String token = textAt(signIn(), "$.refreshToken");

        post("logout", token).then().statusCode(204);
        post("logout", token).then().statusCode(204);
        post("logout", "never-was").then().statusCode(204);

        assertProblem(refresh(token), 401, "invalid_refresh_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "logout"})
    void needsARefreshToken(String path) {
        assertProblem(given().contentType(ContentType.JSON).body("{}").post("/v1/auth/" + path), 400, "invalid_request")
                .body(
                        hasJsonPath("$.errors[0].field", equalTo("refreshToken")),
                        hasJsonPath("$.errors[0].message", notNullValue()));
    }

    private double reuses() throws IOException {
        try (InputStream page = metrics.openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("vto_auth_refresh_reuse_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        }
    }

    private Response refresh(String token) {
        return post("refresh", token);
    }

    private static Response post(String path, String token) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", token))
                .post("/v1/auth/" + path);
    }

    private static Response signIn() {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", Fixtures.anId() + "@example.com"))
                .post("/v1/auth/dev");
    }
}
