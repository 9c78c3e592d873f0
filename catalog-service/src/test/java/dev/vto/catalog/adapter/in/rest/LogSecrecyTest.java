package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opens something is in no line of the log, at the finest level of our own, however a request goes. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@WithTestResource(IdentityProviders.class)
class LogSecrecyTest {

    private static final String MARK = "the log is being read";
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("dev.vto");

    IdentityProviders.Fakes providers;

    private final Lines lines = new Lines();
    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void listen() {
        ROOT.addHandler(lines);
        OURS.setLevel(Level.ALL);
        OURS.fine(MARK);
    }

    @AfterEach
    void listenNoMore() {
        OURS.setLevel(null);
        ROOT.removeHandler(lines);
    }

    @Test
    void hasNoSecretOfASignInOrItsSession() {
        Response session = signIn(nonce(), 200);
        String first = secret(textAt(session, "$.refreshToken"));
        String access = secret(textAt(session, "$.accessToken"));
        get("/v1/users/me", access, 200);

        Response next = post("/v1/auth/refresh", Map.of("refreshToken", first), 200);
        secret(textAt(next, "$.accessToken"));
        String second = secret(textAt(next, "$.refreshToken"));
        Response once = post("/v1/auth/refresh", Map.of("refreshToken", first), 200);
        secret(textAt(once, "$.accessToken"));
        secret(textAt(once, "$.refreshToken"));
        post("/v1/auth/refresh", Map.of("refreshToken", first), 401);
        post("/v1/auth/refresh", Map.of("refreshToken", second), 401);
        post("/v1/auth/logout", Map.of("refreshToken", second), 204);

        assertNoSecretIsLogged();
    }

    @Test
    void hasNoSecretThatIsRefused() {
        String nonce = nonce();
        signIn(nonce, 200);
        signIn(nonce, 401);
        signIn(secret("a-nonce-that-nobody-issued"), 401);
        Map<String, String> forged =
                Map.of("idToken", secret("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"), "nonce", nonce());
        post("/v1/auth/google", forged, 401);
        get("/v1/users/me", secret("no-token-at-all"), 401);
        get("/v1/users/me", secret("eyJhbGciOiJSUzI1NiIsImtpZCI6Im5vbmUifQ.e30.Zm9yZ2Vk"), 401);
        post("/v1/auth/refresh", Map.of("refreshToken", secret("a-refresh-token-that-never-was")), 401);

        assertNoSecretIsLogged();
    }

    @Test
    void hasNoSignatureOfAMediaUrl() {
        Seller seller = Seller.signIn();
        secret(seller.token());
        String url = seller.upload(Pictures.jpeg());
        String signature = secret(url.substring(url.indexOf("sig=") + "sig=".length()));

        given().urlEncodingEnabled(false).get(url).then().statusCode(200);
        given().urlEncodingEnabled(false)
                .get(url.replace(signature, secret("a-signature-that-is-wrong")))
                .then()
                .statusCode(403);
        given().urlEncodingEnabled(false)
                .get(url.replaceFirst("exp=\\d+", "exp=1"))
                .then()
                .statusCode(403);

        assertNoSecretIsLogged();
    }

    private void assertNoSecretIsLogged() {
        String log = String.join("\n", lines.published);
        assertThat(secrets).hasSizeGreaterThan(1).doesNotContainNull().allSatisfy(secret -> assertThat(log)
                .doesNotContain(secret));
        assertThat(log).contains(MARK);
    }

    private Response signIn(String nonce, int status) {
        String token =
                providers.google().tokenFor(Fixtures.anId().toString(), nonce).build();
        return post("/v1/auth/google", Map.of("idToken", secret(token), "nonce", nonce), status);
    }

    private String nonce() {
        return secret(textAt(given().post("/v1/auth/nonce"), "$.nonce"));
    }

    private static void get(String path, String token, int status) {
        given().header("Authorization", "Bearer " + token).get(path).then().statusCode(status);
    }

    private static Response post(String path, Map<String, String> body, int status) {
        Response answer = given().contentType(ContentType.JSON).body(body).post(path);
        answer.then().statusCode(status);
        return answer;
    }

    private String secret(String text) {
        secrets.add(text);
        return text;
    }

    private static final class Lines extends Handler {

        private final Queue<String> published = new ConcurrentLinkedQueue<>();

        Lines() {
            setLevel(Level.ALL);
            setFormatter(new SimpleFormatter());
        }

        @Override
        public void publish(LogRecord line) {
            published.add(getFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
