package dev.vto.catalog.adapter.in.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiContractTest {

    private static final ApiContract CONTRACT = new ApiContract(CommittedDocument.read());
    private static final String PATH = "/v1/collections/0190c2a4-6c1f-7c3e-9d2b-5d0f6a7b8c9d";
    private static final String COLLECTION =
            """
            {"id": "0190c2a4-6c1f-7c3e-9d2b-5d0f6a7b8c9d", "name": "Spring",
             "createdAt": "2026-11-24T00:00:00Z", "updatedAt": "2026-11-24T00:00:00Z"}""";
    private static final String PROBLEM =
            """
            {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "None.", "code": "not_found"}""";

    @Test
    void takesWhatIsDocumented() {
        assertThat(get(200, COLLECTION)).isEmpty();
        assertThat(CONTRACT.violations(answer("GET", PATH, 404, "application/problem+json", PROBLEM)))
                .isEmpty();
    }

    @Test
    void seesAWrongType() {
        assertThat(get(200, COLLECTION.replace("\"Spring\"", "7")))
                .singleElement()
                .asString()
                .contains("name");
    }

    @Test
    void seesAWrongFormat() {
        assertThat(get(200, COLLECTION.replace("T00:00:00Z", " soon")))
                .hasSize(2)
                .allMatch(violation -> violation.contains("date-time"));
    }

    @Test
    void seesAnUnknownField() {
        assertThat(get(200, COLLECTION.replace("\"name\"", "\"secret\": 1, \"name\"")))
                .singleElement()
                .asString()
                .contains("secret");
    }

    @Test
    void seesAMissingField() {
        assertThat(get(200, COLLECTION.replace("\"name\": \"Spring\",", "")))
                .singleElement()
                .asString()
                .contains("name");
    }

    @Test
    void seesAStatusThatIsNotDocumented() {
        assertThat(get(202, COLLECTION)).containsExactly("status 202 is not documented for getCollection");
        assertThat(CONTRACT.violations(answer("GET", PATH, 500, "application/problem+json", PROBLEM)))
                .containsExactly("status 500 is not documented for getCollection");
    }

    @Test
    void seesAMediaTypeThatIsNotDocumented() {
        assertThat(CONTRACT.violations(answer("GET", PATH, 200, "text/html", "<p>")))
                .containsExactly("the media type text/html is not documented for this status");
    }

    @Test
    void seesThatAHeaderIsMissing() {
        Exchange untagged = new Exchange("GET", PATH, "", 200, Map.of("Content-Type", "application/json"), COLLECTION);

        assertThat(CONTRACT.violations(untagged)).containsExactly("the header ETag is missing");
    }

    @Test
    void seesABodyWhereThereIsNone() {
        assertThat(CONTRACT.violations(answer("DELETE", PATH, 204, "application/json", "{}")))
                .containsExactly("no body is documented for this status");
    }

    @Test
    void refusesPathsAndMethodsThatAreNotDocumented() {
        assertThat(CONTRACT.violations(answer("GET", "/v1/secrets", 200, "application/json", "{}")))
                .containsExactly("the path is not documented, so it is answered 404, not 200");
        assertThat(CONTRACT.violations(answer("PUT", PATH, 200, "application/json", "{}")))
                .containsExactly("the method is not documented for this path, so it is answered 405, not 200");
        assertThat(CONTRACT.violations(answer("PUT", PATH, 405, "application/problem+json", PROBLEM)))
                .isEmpty();
    }

    @Test
    void seesARequestThatWasTakenThoughItIsNotDocumented() {
        Exchange taken = new Exchange(
                "PATCH",
                PATH,
                "{\"title\": \"Spring\"}",
                200,
                Map.of("Content-Type", "application/json", "ETag", "\"1\""),
                COLLECTION);

        assertThat(CONTRACT.violations(taken)).singleElement().asString().contains("the request was taken", "title");
    }

    private static List<String> get(int status, String body) {
        return CONTRACT.violations(answer("GET", PATH, status, "application/json; charset=UTF-8", body));
    }

    private static Exchange answer(String method, String path, int status, String type, String body) {
        return new Exchange(method, path, "", status, Map.of("Content-Type", type, "etag", "\"1\""), body);
    }
}
