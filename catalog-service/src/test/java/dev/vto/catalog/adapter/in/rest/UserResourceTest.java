package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.Fixtures.aUserId;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class UserResourceTest {

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/merge-patch+json", "application/json"})
    void changesWhatAPatchMentions(String type) {
        patch("{\"name\": \" Jiwoo \", \"lastName\": \"Kim\"}");

        Response changed = seller.request()
                .contentType(type)
                .body("{\"lastName\": null, \"language\": \"en\", \"profilePicture\": \"https://example.com/me.png\"}")
                .patch("/v1/users/me");

        changed.then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body(
                        hasJsonPath("$.name", equalTo("Jiwoo")),
                        hasJsonPath("$.lastName", nullValue()),
                        hasJsonPath("$.language", equalTo("en")))
                .body(
                        hasJsonPath("$.profilePicture", equalTo("https://example.com/me.png")),
                        hasJsonPath("$.identities", hasSize(0)));
        seller.get("/v1/users/me")
                .then()
                .body(hasJsonPath("$.name", equalTo("Jiwoo")), hasJsonPath("$.language", equalTo("en")));
    }

    @Test
    void takesAPatchThatChangesNothingForNoEdit() {
        patch("{}").then().statusCode(200).header("ETag", equalTo("\"0\""));
    }

    @Test
    void takesAStoredPhotoAsAPicture() {
        String key = seller.id() + "/photos/me.jpg";

        patch("{\"profilePicture\": \"/v1/media/" + key + "\"}")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.profilePicture", startsWith("/v1/media/" + key + "?exp=")))
                .body(hasJsonPath("$.profilePicture", containsString("&sig=")));
    }

    @Test
    void takesNoStoredPhotoOfSomebodyElse() {
        assertProblem(
                patch("{\"profilePicture\": \"/v1/media/" + aUserId() + "/photos/me.jpg\"}"), 422, "foreign_photo");
    }

    @Test
    void changesTheVersionThatWasReadAlone() {
        seller.request()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"First\"}")
                .patch("/v1/users/me")
                .then()
                .statusCode(200);

        assertProblem(
                seller.request()
                        .contentType(ContentType.JSON)
                        .header("If-Match", "\"0\"")
                        .body("{\"name\": \"Second\"}")
                        .patch("/v1/users/me"),
                412,
                "etag_mismatch");
        seller.get("/v1/users/me").then().body(hasJsonPath("$.name", equalTo("First")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"language\": \"fr\"} | language | is one of ko, en",
                "{\"language\": null} | language | is required",
                "{\"name\": \"\"} | name | has 1-200 characters",
                "{\"name\": 7} | name | is a text",
                "{\"profilePicture\": \"http://example.com/a.png\"} | profilePicture | is an https URL, or one of our own media URLs",
                "{\"email\": \"a@b.c\"} | email | is not known here; allowed are name, lastName, language, profilePicture"
            })
    void namesTheFieldThatIsWrong(String body, String field, String message) {
        assertProblem(patch(body), 400, "invalid_request")
                .body(
                        hasJsonPath("$.errors[0].field", equalTo(field)),
                        hasJsonPath("$.errors[0].message", equalTo(message)));
    }

    private Response patch(String body) {
        return seller.request()
                .contentType("application/merge-patch+json")
                .body(body)
                .patch("/v1/users/me");
    }
}
