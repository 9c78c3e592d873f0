package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A user may ask ten times a minute here, and an address sign in twenty times. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestProfile(RateLimitTest.Narrow.class)
class RateLimitTest {

    public static final class Narrow implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vto.limits.enabled", "true",
                    "vto.limits.requests-per-minute", "10",
                    "vto.limits.sign-ins-per-minute", "20",
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.allow-x-forwarded", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    /** Another address of this machine. */
    private static final String OTHER = "127.0.0.2";

    @Test
    void tellsEachUserHowManyRequestsAreLeft() {
        Seller seller = Seller.signIn();

        seller.get("/v1/users/me")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"default\";q=10;w=60")
                .header("RateLimit", matchesPattern("\"default\";r=9;t=\\d+"));
    }

    @Test
    void refusesOneUserWithoutTroublingAnother() {
        Seller flooder = Seller.signIn();
        Seller other = Seller.signIn();
        Response refused = Stream.generate(() -> flooder.get("/v1/users/me"))
                .limit(30)
                .filter(answer -> answer.statusCode() != 200)
                .findFirst()
                .orElseThrow();

        assertProblem(refused, 429, "rate_limited");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        other.get("/v1/users/me").then().statusCode(200);
    }

    @Test
    void countsThoseBehindATrustedProxyByTheirOwnAddresses() {
        Response refused = Stream.generate(() -> signIn("203.0.113.7"))
                .limit(60)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertProblem(refused, 429, "rate_limited");
        assertThat(signIn("203.0.113.8").statusCode()).isEqualTo(400);
    }

    @Test
    void believesNobodyElseWhoseAddressItIs() throws IOException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(statusForOther("203.0.113." + i));
        }

        assertThat(answers).contains("HTTP/1.1 429 Too Many Requests");
    }

    private static Response signIn(String forwardedFor) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", forwardedFor)
                .body("{\"email\": \"no\"}")
                .post("/v1/auth/dev");
    }

    /** From an address that is no proxy's. */
    private static String statusForOther(String forwardedFor) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(OTHER), 0)) {
            String request =
                    """
                    POST /v1/auth/refresh HTTP/1.1
                    Host: localhost
                    X-Forwarded-For: %s
                    Content-Type: application/json
                    Content-Length: 2
                    Connection: close

                    {}"""
                            .formatted(forwardedFor)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    /** Last, since it uses up what the others sign in by. */
    @Test
    @Order(Integer.MAX_VALUE)
    void boundsSignInsByAddress() {
        Response refused = Stream.generate(() -> given().contentType(ContentType.JSON)
                        .body("{\"email\": \"no\"}")
                        .post("/v1/auth/dev"))
                .limit(60)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertProblem(refused, 429, "rate_limited");
    }
}
