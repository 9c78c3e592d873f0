package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the packaged services answer to bad input: a problem that names what is wrong, and nothing is stored. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final byte[] PHOTO = TestPictures.jpeg(300, 400);
    private static final int MEGABYTE = 1024 * 1024;

    private String catalogUrl;
    private Rest rest;
    private String project;
    private String product;

    @BeforeAll
    void prepare(StackFile stack) throws Exception {
        catalogUrl = stack.catalogUrl();
        rest = Rest.signedIn(catalogUrl, "careless@example.com");
        String collection = id(rest.ok("POST", "/v1/collections", "{\"name\": \"Spring\"}"));
        project = id(rest.ok("POST", "/v1/collections/" + collection + "/projects", "{\"name\": \"Look\"}"));
        product = id(rest.ok("POST", "/v1/projects/" + project + "/products", "{}"));
    }

    static Stream<Arguments> photos() {
        return Stream.of(
                Arguments.of("a text", text("this is no picture"), 415, "not_an_image"),
                Arguments.of("an empty body", new byte[0], 415, "not_an_image"),
                Arguments.of("the head of a picture alone", Arrays.copyOf(PHOTO, 3), 415, "not_an_image"),
                Arguments.of("a truncated picture", Arrays.copyOf(PHOTO, PHOTO.length / 2), 415, "not_an_image"),
                Arguments.of("a decompression bomb", TestPictures.pngThatClaims(60_000, 60_000), 413, "too_large"),
                Arguments.of("more than 20 MB", Arrays.copyOf(PHOTO, 21 * MEGABYTE), 413, "too_large"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("photos")
    void takesNoPhotoThatIsNone(String what, byte[] body, int status, String code) throws Exception {
        assertProblem(rest.send("PUT", "/v1/products/" + product + "/images/upperFront", body), status, code);
        assertThat(rest.ok("GET", "/v1/products/" + product, (String) null).get("images"))
                .isEmpty();
    }

    @Test
    void namesTheSlotsThatThereAre() throws Exception {
        JsonNode problem = assertProblem(
                rest.send("PUT", "/v1/products/" + product + "/images/sleeveFront", PHOTO), 400, "invalid_request");

        assertThat(problem.at("/errors/0/field").asText()).isEqualTo("slot");
        assertThat(problem.at("/errors/0/message").asText()).contains("upperFront", "outerBack");
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("broken JSON", "{\"name\": ", "invalid_json"),
                Arguments.of("no object", "[]", "invalid_request"),
                Arguments.of("nothing", "", "invalid_request"),
                Arguments.of("a wrong type", "{\"name\": 5}", "invalid_request"),
                Arguments.of("an unknown field", "{\"name\": \"Spring\", \"colour\": \"red\"}", "invalid_request"),
                Arguments.of("a control character", "{\"name\": \"Spring\\u0007\"}", "invalid_request"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void takesNoBodyThatBreaksTheSchema(String what, String body, String code) throws Exception {
        assertProblem(rest.send("POST", "/v1/collections", text(body)), 400, code);
    }

    @Test
    void takesNoJobForAProductWithoutPhotos() throws Exception {
        JsonNode problem = assertProblem(
                rest.send(
                        "POST",
                        "/v1/projects/" + project + "/vto-jobs",
                        text("{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"}")),
                422,
                "missing_photo");

        assertThat(problem.get("detail").asText() + problem.path("errors")).contains(product, "upperFront");
        assertThat(rest.ok("GET", "/v1/projects/" + project + "/vto-jobs", (String) null)
                        .get("items"))
                .isEmpty();
    }

    @Test
    void findsNothingThatIsNotThere() throws Exception {
        assertProblem(rest.send("GET", "/v1/vto-jobs/" + UUID.randomUUID(), null), 404, "not_found");
        assertProblem(rest.send("GET", "/v1/vto-jobs/none", null), 400, "invalid_request");
        assertProblem(rest.send("GET", "/v1/nowhere", null), 404, "not_found");
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        assertProblem(Rest.anonymous(catalogUrl).send("GET", "/v1/projects", null), 401, "unauthorized");
    }

    private static JsonNode assertProblem(Rest.Answer answer, int status, String code) {
        JsonNode problem = answer.json();
        assertThat(answer.status()).as(problem.toString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        return problem;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String id(JsonNode made) {
        return made.get("id").asText();
    }
}
