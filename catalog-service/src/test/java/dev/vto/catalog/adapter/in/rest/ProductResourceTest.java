package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ProductResourceTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private ProjectId project;
    private String products;

    @BeforeEach
    void beginAProject() {
        seller = Seller.signIn();
        project = seller.project();
        products = "/v1/projects/" + project + "/products";
    }

    @Test
    void addsAnEmptyProduct() {
        Response made = seller.post(products, "{}");
        String id = textAt(made, "$.id");

        made.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/products/" + id))
                .header("ETag", "\"0\"")
                .body(hasJsonPath("$.projectId", equalTo(project.toString())), hasJsonPath("$.images", anEmptyMap()))
                .body(
                        hasJsonPath("$.imageId", nullValue()),
                        hasJsonPath("$.videoId", nullValue()),
                        hasJsonPath("$.letterId", nullValue()));
        seller.get("/v1/products/" + id).then().statusCode(200).body(hasJsonPath("$.id", equalTo(id)));
        seller.get(products).then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(id)));
    }

    @Test
    void takesPhotosFromElsewhereAndOurOwn() {
        String stored = textAt(
                seller.request()
                        .contentType("image/png")
                        .body(Pictures.png())
                        .post("/v1/uploads")
                        .then()
                        .statusCode(201)
                        .extract(),
                "$.url");

        images("\"upperFront\": \"https://example.com/a.jpg\", \"outerBack\": \"" + stored + "\"")
                .then()
                .statusCode(201)
                .body(hasJsonPath("$.images.upperFront", equalTo("https://example.com/a.jpg")))
                .body(hasJsonPath("$.images.outerBack", equalTo(stored)));
    }

    @Test
    void namesASlotThatIsUnknown() {
        assertProblem(images("\"hat\": \"https://example.com/a.jpg\""), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains("images.hat")))
                .body(hasJsonPath(
                        "$.errors[0].message", allOf(startsWith("is not known here"), containsString("onepieceBack"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"\"",
                "\"http://example.com/a.jpg\"",
                "\"https://\"",
                "\"https://exa mple.com/a.jpg\"",
                "\"file:///etc/passwd\"",
                "\"media:someone/photos/a.jpg\"",
                "\"/v1/media/../../etc/passwd\"",
                "\"a.jpg\""
            })
    void refusesWhatIsNoPhotoUrl(String url) {
        assertProblem(images("\"upperFront\": " + url), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains("images.upperFront")));
    }

    @Test
    void refusesImagesThatAreNoObject() {
        assertProblem(seller.post(products, "{\"images\": []}"), 400, "invalid_request")
                .body(
                        hasJsonPath("$.errors[*].field", contains("images")),
                        hasJsonPath("$.errors[*].message", contains("is an object")));
    }

    @Test
    void refusesAStoredPhotoOfSomebodyElse() {
        String stored = "/v1/media/" + Fixtures.aUserId() + "/photos/" + Fixtures.anId() + ".jpg";

        assertProblem(images("\"upperFront\": \"" + stored + "\""), 422, "foreign_photo");
    }

    @Test
    void keepsOnepieceApartFromUpperAndBottom() {
        assertProblem(
                images("\"upperFront\": \"https://example.com/a.jpg\","
                        + " \"onepieceFront\": \"https://example.com/b.jpg\""),
                422,
                "onepiece_excludes");
    }

    @Test
    void isReadButNotChangedByAViewer() {
        String product = seller.product(project);
        Seller viewer = Seller.signIn();
        catalog.share(project, viewer.id(), Role.VIEWER);

        viewer.get("/v1/products/" + product).then().statusCode(200);
        viewer.get(products).then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(product)));
        assertProblem(viewer.post(products, "{}"), 403, "forbidden")
                .body(hasJsonPath("$.detail", containsString("it takes EDITOR")));
    }

    @Test
    void isNotThereForAStranger() {
        String product = seller.product(project);
        Seller stranger = Seller.signIn();

        assertProblem(stranger.get("/v1/products/" + product), 404, "not_found")
                .body(hasJsonPath("$.detail", equalTo("There is no such product.")));
        assertProblem(stranger.post(products, "{}"), 404, "not_found");
        assertProblem(stranger.get("/v1/products/1"), 400, "invalid_request");
    }

    private Response images(String fields) {
        return seller.post(products, "{\"images\": {" + fields + "}}");
    }
}
