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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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
                    "vto.limits.sign-ins-per-minute", "20");
        }
    }

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
