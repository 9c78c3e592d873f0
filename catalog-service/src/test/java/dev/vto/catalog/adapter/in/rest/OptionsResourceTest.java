package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class OptionsResourceTest {

    @Test
    void tellsWhatIsOffered() {
        Seller.signIn()
                .get("/v1/options")
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.kinds", contains("IMAGE", "VIDEO", "LETTER")),
                        hasJsonPath("$.views", contains("FRONT", "BACK")))
                .body(hasJsonPath("$.presets", contains("standing-neutral", "standing-light", "standing-dark")))
                .body(hasJsonPath("$.tones", contains("FRIENDLY", "FORMAL", "PLAYFUL", "LUXURIOUS")))
                .body(
                        hasJsonPath("$.aspects", contains("9:16", "1:1", "16:9")),
                        hasJsonPath("$.languages", contains("ko", "en")))
                .body(hasJsonPath("$.seconds", contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
    }

    @Test
    void takesAToken() {
        assertProblem(given().get("/v1/options"), 401, "unauthorized");
    }
}
