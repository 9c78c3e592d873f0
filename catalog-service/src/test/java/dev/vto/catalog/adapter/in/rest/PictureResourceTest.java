package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class PictureResourceTest {

    private static final String SELECT = "{\"selected\": true}";

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private Project project;
    private Product product;

    @BeforeEach
    void addAProduct() {
        seller = Seller.signIn();
        project = catalog.await(catalog.projects().find(seller.project())).orElseThrow();
        product = catalog.given(aProduct().in(project).build());
    }

    @ParameterizedTest
    @CsvSource({"images, imageId", "videos, videoId"})
    void isSelectedDeletedAndRestored(String kind, String key) {
        String id = given(kind);
        String path = "/v1/" + kind + "/" + id;

        seller.patch(path, SELECT)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(hasJsonPath("$.id", equalTo(id)), hasJsonPath("$.selected", equalTo(true)));
        seller.get("/v1/products/" + product.id()).then().body(hasJsonPath("$." + key, equalTo(id)));

        seller.delete(path).then().statusCode(204);
        assertProblem(seller.get(path), 404, "not_found");
        seller.get("/v1/products/" + product.id()).then().body(hasJsonPath("$." + key, nullValue()));
        list(kind, "?deleted=true").body(hasJsonPath("$.items[*].id", contains(id)));
        list(kind, "?deleted=false").body(hasJsonPath("$.items", empty()));

        seller.post(path + "/restore", "").then().statusCode(200).body(hasJsonPath("$.selected", equalTo(true)));
        list(kind, "?deleted=true").body(hasJsonPath("$.items", empty()));
        seller.get("/v1/products/" + product.id()).then().body(hasJsonPath("$." + key, equalTo(id)));
    }

    @ParameterizedTest
    @CsvSource({"images, 1, 1, 0", "videos, 0, 0, 1"})
    void movesTheCountersOfItsProject(String kind, int selected, int images, int videos) {
        String path = "/v1/" + kind + "/" + given(kind);

        seller.patch(path, SELECT).then().statusCode(200);
        seller.get("/v1/projects/" + project.id())
                .then()
                .body(hasJsonPath("$.selectedImageNumber", equalTo(selected)))
                .body(
                        hasJsonPath("$.totalImageNumber", equalTo(images)),
                        hasJsonPath("$.totalVideoNumber", equalTo(videos)));

        seller.delete(path).then().statusCode(204);
        seller.get("/v1/projects/" + project.id())
                .then()
                .body(hasJsonPath("$.selectedImageNumber", equalTo(0)))
                .body(hasJsonPath("$.totalImageNumber", equalTo(0)), hasJsonPath("$.totalVideoNumber", equalTo(0)));
    }

    @ParameterizedTest
    @CsvSource({"images", "videos"})
    void isChangedOnlyWhereTheETagHolds(String kind) {
        String path = "/v1/" + kind + "/" + given(kind);

        assertProblem(seller.ifMatch("\"7\"").body(SELECT).patch(path), 412, "etag_mismatch");
        assertProblem(seller.ifMatch("\"7\"").delete(path), 412, "etag_mismatch");
        seller.ifMatch("\"0\"").body(SELECT).patch(path).then().statusCode(200);
        seller.ifMatch("\"1\"").delete(path).then().statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({"images", "videos"})
    void isReadByAViewerChangedByAnEditorAndHiddenFromAStranger(String kind) {
        Seller viewer = guest(Role.VIEWER);
        Seller editor = guest(Role.EDITOR);
        Seller stranger = Seller.signIn();
        String path = "/v1/" + kind + "/" + given(kind);
        String deleted = "/v1/projects/" + project.id() + "/" + kind + "?deleted=true";

        viewer.get(path).then().statusCode(200);
        assertProblem(viewer.patch(path, SELECT), 403, "forbidden");
        assertProblem(viewer.delete(path), 403, "forbidden");
        assertProblem(viewer.get(deleted), 403, "forbidden");
        assertProblem(stranger.patch(path, SELECT), 404, "not_found");
        assertProblem(stranger.delete(path), 404, "not_found");
        assertProblem(stranger.get(deleted), 404, "not_found");

        editor.patch(path, SELECT).then().statusCode(200);
        editor.delete(path).then().statusCode(204);
        assertProblem(viewer.post(path + "/restore", ""), 403, "forbidden");
        assertProblem(stranger.post(path + "/restore", ""), 404, "not_found");
        editor.get(deleted).then().statusCode(200);
        editor.post(path + "/restore", "").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                   | selected",
                "{\"selected\": 1}    | selected",
                "{\"selected\": null} | selected",
                "{\"chosen\": true}   | chosen",
            })
    void refusesAnotherBody(String body, String field) {
        String path = "/v1/images/" + given("images");

        assertProblem(seller.patch(path, body), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", hasItem(field)));
    }

    @ParameterizedTest
    @CsvSource({"images", "videos"})
    void takesAMergePatchAsJsonToo(String kind) {
        String path = "/v1/" + kind + "/" + given(kind);

        seller.request()
                .contentType("application/json")
                .body(SELECT)
                .patch(path)
                .then()
                .statusCode(200);
        assertProblem(
                seller.request().contentType("text/plain").body(SELECT).patch(path), 415, "unsupported_media_type");
    }

    private String given(String kind) {
        return kind.equals("images")
                ? catalog.given(aResult().in(project).of(product).image()).id().toString()
                : catalog.given(aResult().in(project).of(product).video()).id().toString();
    }

    private Seller guest(Role role) {
        Seller guest = Seller.signIn();
        catalog.share(project.id(), guest.id(), role);
        return guest;
    }

    private ValidatableResponse list(String kind, String query) {
        return seller.get("/v1/projects/" + project.id() + "/" + kind + query)
                .then()
                .statusCode(200);
    }
}
