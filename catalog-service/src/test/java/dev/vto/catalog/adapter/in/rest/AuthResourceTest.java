package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasNoJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class AuthResourceTest {

    @Test
    void signsTheSamePersonInAgain() {
        String name = Fixtures.anId().toString();
        Response first = signIn("{\"email\": \" " + name + "@Example.com\", \"name\": \"Person\"}");
        first.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(hasJsonPath("$.expiresIn", equalTo(900)), hasJsonPath("$.accessToken", notNullValue()))
                .body(
                        hasJsonPath("$.user.email", equalTo(name + "@example.com")),
                        hasJsonPath("$.user.name", equalTo("Person")));

        Response second = signIn("{\"email\": \"" + name + "@example.com\"}");

        assertThat(textAt(second, "$.user.id")).isEqualTo(textAt(first, "$.user.id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | email | is required",
                "{\"email\": \"person\"} | email | is an e-mail address",
                "{\"email\": \"a@b@c\"} | email | is an e-mail address",
                "{\"email\": 7} | email | is a text",
                "{\"email\": \"a@b.c\", \"name\": \"\"} | name | has 1-200 characters",
                "{\"email\": \"a@b.c\", \"password\": \"x\"} | password | is not known here; allowed are email, name"
            })
    void refusesAnythingButAnAddress(String body, String field, String message) {
        assertProblem(signIn(body), 400, "invalid_request")
                .body(hasJsonPath("$.errors", hasSize(1)))
                .body(
                        hasJsonPath("$.errors[0].field", equalTo(field)),
                        hasJsonPath("$.errors[0].message", equalTo(message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "kakao"})
    void saysWhatAProviderLacksThatIsNotInUse(String provider) {
        String nonce = textAt(given().post("/v1/auth/nonce"), "$.nonce");

        Response answer = given().contentType(ContentType.JSON)
                .body(Map.of("idToken", "a.b.c", "nonce", nonce))
                .post("/v1/auth/" + provider);

        assertProblem(answer, 404, "provider_not_configured")
                .body(hasJsonPath("$.detail", containsString("vto.identity." + provider + ".audiences")));
    }

    @Test
    void describesHowToSignIn() {
        given().accept(ContentType.JSON)
                .get("/openapi")
                .then()
                .statusCode(200)
                .body(hasJsonPath(
                        "$.paths['/v1/auth/google'].post.responses.keys()",
                        hasItems("200", "400", "401", "404", "503")))
                .body(hasJsonPath("$.paths['/v1/auth/refresh'].post.operationId", equalTo("refreshSession")))
                .body(hasJsonPath("$.components.schemas.SocialSignIn.required", containsInAnyOrder("idToken", "nonce")))
                .body(hasJsonPath(
                        "$.components.schemas.Session.properties.keys()",
                        containsInAnyOrder("accessToken", "expiresIn", "refreshToken", "user")));
    }

    @Test
    void tellsWhoTheCallerIs() {
        Seller seller = Seller.signIn();

        seller.get("/v1/users/me")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .header("Cache-Control", "no-store")
                .body(hasJsonPath("$.id", equalTo(seller.id().toString())), hasJsonPath("$.language", equalTo("ko")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/users/me", "/v1/collections", "/v1/projects", "/v1/vto-jobs"})
    void letsNobodyInWithoutAToken(String path) {
        assertProblem(given().get(path), 401, "unauthorized").header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Basic dXNlcjpwYXNz", "Token abc"})
    void letsNobodyInWithWhatIsNoToken(String authorization) {
        assertProblem(given().header("Authorization", authorization).get("/v1/users/me"), 401, "unauthorized");
    }

    @Test
    void letsNobodyInWithAForgedToken() {
        String token = Seller.signIn().token();
        String forged = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");

        assertProblem(given().header("Authorization", "Bearer " + forged).get("/v1/users/me"), 401, "unauthorized");
    }

    @Test
    void asksForATokenBeforeItLooksAtTheRequest() {
        assertProblem(given().contentType(ContentType.JSON).body("{").post("/v1/collections"), 401, "unauthorized");
    }

    @Test
    void publishesThePublicHalfOfItsKeys() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.keys", hasSize(1)),
                        hasJsonPath("$.keys[0].alg", equalTo("RS256")),
                        hasJsonPath("$.keys[0].use", equalTo("sig")))
                .body(
                        hasJsonPath("$.keys[0].n", notNullValue()),
                        hasNoJsonPath("$.keys[0].d"),
                        hasNoJsonPath("$.keys[0].p"));
    }

    private static Response signIn(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/v1/auth/dev");
    }
}
