package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class LetterResourceTest {

    private static final String POINTS = "[\"Light\", \"Warm\", \"Soft\", \"Washable\"]";
    private static final String LETTER = "{\"summary\": \"A coat.\", \"bulletPoints\": " + POINTS + "}";

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private Project project;
    private String letters;

    @BeforeEach
    void addAProject() {
        seller = Seller.signIn();
        project = catalog.await(catalog.projects().find(seller.project())).orElseThrow();
        letters = "/v1/projects/" + project.id() + "/letters";
    }

    @Test
    void isWrittenByAPerson() {
        String product = seller.product(project.id());

        Response made = seller.post(
                letters,
                "{\"headline\": \"Spring\", \"summary\": \"A coat.\", \"bulletPoints\": " + POINTS
                        + ", \"productId\": \"" + product + "\", \"language\": \"en\"}");

        String id = textAt(made, "$.id");
        made.then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body(
                        hasJsonPath("$.headline", equalTo("Spring")),
                        hasJsonPath("$.summary", equalTo("A coat.")),
                        hasJsonPath("$.language", equalTo("en")))
                .body(hasJsonPath("$.bulletPoints", contains("Light", "Warm", "Soft", "Washable")))
                .body(
                        hasJsonPath("$.generated", nullValue()),
                        hasJsonPath("$.aiGenerated", equalTo(false)),
                        hasJsonPath("$.jobId", nullValue()))
                .header("Location", endsWith("/v1/letters/" + id));
        seller.get("/v1/letters/" + id).then().statusCode(200).body(hasJsonPath("$.summary", equalTo("A coat.")));
        seller.get("/v1/projects/" + project.id()).then().body(hasJsonPath("$.marketingLetterId", equalTo(id)));
        seller.get("/v1/products/" + product).then().body(hasJsonPath("$.letterId", equalTo(id)));
    }

    @Test
    void isWrittenInTheLanguageOfItsWriter() {
        seller.post(letters, LETTER)
                .then()
                .statusCode(201)
                .body(
                        hasJsonPath("$.language", equalTo("ko")),
                        hasJsonPath("$.headline", nullValue()),
                        hasJsonPath("$.productId", nullValue()));
    }

    @Test
    void isEditedWhileWhatTheMachineWroteStays() {
        Letter made = catalog.given(aResult().in(project).letter());
        String path = "/v1/letters/" + made.id();

        seller.patch(path, "{\"headline\": null, \"summary\": \"Two coats.\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(hasJsonPath("$.headline", nullValue()), hasJsonPath("$.summary", equalTo("Two coats.")))
                .body(hasJsonPath("$.bulletPoints", contains("Light", "Warm", "Soft", "Korean-made")))
                .body(hasJsonPath("$.generated.headline", equalTo("Spring is here")));
        seller.patch(path, "{\"bulletPoints\": " + POINTS + "}")
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.bulletPoints", contains("Light", "Warm", "Soft", "Washable")),
                        hasJsonPath("$.summary", equalTo("Two coats.")));
        assertProblem(seller.ifMatch("\"0\"").body("{}").patch(path), 412, "etag_mismatch");
    }

    @Test
    void isDeletedAndRestored() {
        String id = textAt(seller.post(letters, LETTER), "$.id");
        String path = "/v1/letters/" + id;

        seller.delete(path).then().statusCode(204);
        assertProblem(seller.get(path), 404, "not_found");
        seller.get("/v1/projects/" + project.id()).then().body(hasJsonPath("$.marketingLetterId", nullValue()));
        seller.get(letters + "?deleted=true").then().body(hasJsonPath("$.items[*].id", contains(id)));
        seller.get(letters).then().body(hasJsonPath("$.items", empty()));

        seller.post(path + "/restore", "").then().statusCode(200).body(hasJsonPath("$.id", equalTo(id)));
        seller.get("/v1/projects/" + project.id()).then().body(hasJsonPath("$.marketingLetterId", equalTo(id)));
    }

    @Test
    void isReadByAViewerChangedByAnEditorAndHiddenFromAStranger() {
        Seller viewer = guest(Role.VIEWER);
        Seller editor = guest(Role.EDITOR);
        Seller stranger = Seller.signIn();
        String path = "/v1/letters/" + textAt(editor.post(letters, LETTER), "$.id");
        String change = "{\"headline\": \"Spring\"}";

        viewer.get(path).then().statusCode(200);
        assertProblem(viewer.post(letters, LETTER), 403, "forbidden");
        assertProblem(viewer.patch(path, change), 403, "forbidden");
        assertProblem(viewer.delete(path), 403, "forbidden");
        assertProblem(stranger.post(letters, LETTER), 404, "not_found");
        assertProblem(stranger.patch(path, change), 404, "not_found");
        assertProblem(stranger.delete(path), 404, "not_found");
        editor.patch(path, change).then().statusCode(200);
        editor.delete(path).then().statusCode(204);
        assertProblem(viewer.post(path + "/restore", ""), 403, "forbidden");
        editor.post(path + "/restore", "").then().statusCode(200);
    }

    @Test
    void refusesAProductOfAnotherProject() {
        String foreign = seller.product(seller.project());

        assertProblem(
                        seller.post(letters, LETTER.replace("}", ", \"productId\": \"" + foreign + "\"}")),
                        422,
                        "unknown_product")
                .body(hasJsonPath("$.errors[*].field", contains("productId")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                 | summary",
                "{\"summary\": \"A coat.\"}                                         | bulletPoints",
                "{\"summary\": \"A coat.\", \"bulletPoints\": [\"1\", \"2\", \"3\"]}| bulletPoints",
                "{\"summary\": \"A coat.\", \"bulletPoints\": [\"1\", \"2\", \"3\", 4]}| bulletPoints[3]",
                "{\"summary\": \"A coat.\", \"bulletPoints\": [\"1\", \"2\", \"3\", \" \"]}| bulletPoints[3]",
                "{\"summary\": \" \", \"bulletPoints\": [\"1\", \"2\", \"3\", \"4\"]}| summary",
                "{\"language\": \"fr\"}                                             | language",
                "{\"title\": \"x\"}                                                 | title",
            })
    void refusesWhatIsNoLetter(String body, String field) {
        assertProblem(seller.post(letters, body), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", hasItem(field)));
    }

    @ParameterizedTest
    @CsvSource({"summary", "bulletPoints"})
    void clearsTheHeadlineAlone(String field) {
        String path = "/v1/letters/" + textAt(seller.post(letters, LETTER), "$.id");

        assertProblem(seller.patch(path, "{\"" + field + "\": null}"), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains(field)));
    }

    private Seller guest(Role role) {
        Seller guest = Seller.signIn();
        catalog.share(project.id(), guest.id(), role);
        return guest;
    }
}
