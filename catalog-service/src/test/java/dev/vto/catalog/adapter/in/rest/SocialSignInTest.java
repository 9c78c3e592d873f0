package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.vto.catalog.adapter.out.identity.FakeIdentityProvider;
import dev.vto.catalog.adapter.out.identity.IdTokenBuilder;
import dev.vto.catalog.fixture.AtOnce;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(IdentityProviders.class)
class SocialSignInTest {

    IdentityProviders.Fakes providers;

    private final String subject = Fixtures.anId().toString();
    private String nonce;

    @BeforeEach
    void askForANonce() {
        nonce = nonce();
    }

    @Test
    void signsInWithGoogle() {
        String email = Fixtures.anId() + "@gmail.com";
        Response session = signIn(
                "google",
                google().with("email", email).with("email_verified", true).with("given_name", "Jiwoo"));

        session.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(hasJsonPath("$.expiresIn", equalTo(900)), hasJsonPath("$.refreshToken", notNullValue()))
                .body(hasJsonPath("$.user.email", equalTo(email)), hasJsonPath("$.user.name", equalTo("Jiwoo")))
                .body(hasJsonPath("$.user.identities", contains("google")));
        as(session)
                .get("/v1/users/me")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.id", equalTo(textAt(session, "$.user.id"))));
    }

    @Test
    void signsInWithKakao() {
        signIn("kakao", kakao().with("nickname", "지우").with("email", "jiwoo@gmail.com"))
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.user.name", equalTo("지우")),
                        hasJsonPath("$.user.email", nullValue()),
                        hasJsonPath("$.user.identities", contains("kakao")));
    }

    @Test
    void knowsAPersonAgain() {
        String first = textAt(signIn("google", google()), "$.user.id");
        nonce = nonce();

        assertThat(textAt(signIn("google", google()), "$.user.id")).isEqualTo(first);
    }

    @Test
    void takesANonceOnce() {
        signIn("google", google()).then().statusCode(200);

        assertProblem(signIn("google", google()), 401, "invalid_nonce");
    }

    @Test
    void takesOnlyItsOwnNonces() {
        nonce = "a-nonce-of-somebody-else";

        assertProblem(signIn("google", google()), 401, "invalid_nonce");
    }

    @Test
    void takesOnlyTheNonceThatIsInTheToken() {
        assertProblem(signIn("google", google().with("nonce", nonce())), 401, "invalid_id_token");
        assertProblem(signIn("google", google().without("nonce")), 401, "invalid_id_token");
    }

    @Test
    void takesNoTokenOfAnotherProvider() {
        assertProblem(signIn("kakao", google()), 401, "invalid_id_token");
    }

    @ParameterizedTest
    @CsvSource({"nonce, {\"idToken\": \"a.b.c\"}", "idToken, {\"nonce\": \"n\"}"})
    void namesWhatIsMissing(String field, String body) {
        assertProblem(given().contentType(ContentType.JSON).body(body).post("/v1/auth/google"), 400, "invalid_request")
                .body(
                        hasJsonPath("$.errors[0].field", equalTo(field)),
                        hasJsonPath("$.errors[0].message", equalTo("is required")));
    }

    @Test
    void makesOneUserOfRequestsThatRace() throws Exception {
        List<Response> answers = AtOnce.resultsOf(Stream.generate(SocialSignInTest::nonce)
                .limit(4)
                .<Supplier<Response>>map(
                        each -> () -> send("google", providers.google().tokenFor(subject, each), each))
                .toList());

        assertThat(answers)
                .extracting(answer -> textAt(answer.then().statusCode(200).extract(), "$.user.id"))
                .containsOnly(textAt(answers.get(0), "$.user.id"));
    }

    @Test
    void linksAndUnlinksAProvider() {
        Response session = signIn("google", google());
        nonce = nonce();

        link(session, "kakao", kakao())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body(hasJsonPath("$.identities", contains("google", "kakao")));
        nonce = nonce();
        assertThat(textAt(signIn("kakao", kakao()), "$.user.id")).isEqualTo(textAt(session, "$.user.id"));

        as(session).delete("/v1/users/me/identities/google").then().statusCode(204);
        as(session).get("/v1/users/me").then().body(hasJsonPath("$.identities", contains("kakao")));
        assertProblem(as(session).delete("/v1/users/me/identities/kakao"), 409, "last_identity");
        assertProblem(as(session).delete("/v1/users/me/identities/google"), 404, "not_found");
    }

    @Test
    void linksNoAccountOfAnotherUser() {
        signIn("kakao", kakao()).then().statusCode(200);
        nonce = nonce();
        Response session = signIn("google", google());
        nonce = nonce();

        assertProblem(link(session, "kakao", kakao()), 409, "identity_of_another_user");
    }

    @Test
    void linksNothingToAnAccountThatIsClosed() {
        Response session = signIn("google", google());
        as(session).delete("/v1/users/me").then().statusCode(204);
        nonce = nonce();

        assertProblem(link(session, "kakao", kakao()), 401, "unauthorized");
        assertProblem(as(session).delete("/v1/users/me/identities/google"), 401, "unauthorized");
    }

    @Test
    void knowsItsProviders() {
        Response session = signIn("google", google());

        assertProblem(link(session, "naver", google()), 400, "invalid_request")
                .body(hasJsonPath("$.errors[0].message", equalTo("is one of google, kakao")));
        assertProblem(
                given().contentType(ContentType.JSON).body("{}").post("/v1/users/me/identities/google"),
                401,
                "unauthorized");
    }

    @Test
    void saysThatAProviderIsAway() {
        providers.kakao().become(FakeIdentityProvider.Mode.FAILS);
        try {
            assertProblem(signIn("kakao", kakao().keyId("unknown")), 503, "identity_provider_unavailable")
                    .header("Retry-After", equalTo("5"));
        } finally {
            providers.kakao().become(FakeIdentityProvider.Mode.ANSWERS);
        }
    }

    private IdTokenBuilder google() {
        return providers.google().tokenFor(subject, nonce);
    }

    private IdTokenBuilder kakao() {
        return providers.kakao().tokenFor(subject, nonce);
    }

    private Response signIn(String provider, IdTokenBuilder token) {
        return send(provider, token, nonce);
    }

    private Response link(Response session, String provider, IdTokenBuilder token) {
        return as(session)
                .contentType(ContentType.JSON)
                .body(Map.of("idToken", token.build(), "nonce", nonce))
                .post("/v1/users/me/identities/" + provider);
    }

    private static Response send(String provider, IdTokenBuilder token, String nonce) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("idToken", token.build(), "nonce", nonce))
                .post("/v1/auth/" + provider);
    }

    private static RequestSpecification as(Response session) {
        return given().header("Authorization", "Bearer " + textAt(session, "$.accessToken"));
    }

    private static String nonce() {
        return textAt(
                given().post("/v1/auth/nonce")
                        .then()
                        .statusCode(200)
                        .body(hasJsonPath("$.expiresIn", equalTo(600)))
                        .extract(),
                "$.nonce");
    }
}
