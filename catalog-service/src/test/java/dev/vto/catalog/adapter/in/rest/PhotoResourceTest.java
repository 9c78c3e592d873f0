package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
class PhotoResourceTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private ProjectId project;
    private String images;

    @BeforeEach
    void addAProduct() {
        seller = Seller.signIn();
        project = seller.project();
        images = "/v1/products/" + seller.product(project) + "/images/";
    }

    @Test
    void fillsAndEmptiesASlot() {
        put("upperFront", Pictures.jpeg())
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(hasJsonPath("$.images.upperFront", startsWith("/v1/media/" + seller.id() + "/photos/")));
        put("outerBack", Pictures.webp())
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.outerBack", containsString(".webp?exp=")));

        seller.delete(images + "upperFront")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.keys()", contains("outerBack")));
        seller.delete(images + "outerBack").then().statusCode(200).body(hasJsonPath("$.images", anEmptyMap()));
        seller.delete(images + "outerBack").then().statusCode(200).body(hasJsonPath("$.images", anEmptyMap()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "text/plain", "application/octet-stream", "application/json"})
    void believesNoContentType(String type) {
        seller.request()
                .contentType(type)
                .body(Pictures.png())
                .put(images + "upperFront")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.upperFront", containsString(".png?exp=")));
    }

    @Test
    void refusesWhatIsNoPhoto() {
        assertProblem(put("upperFront", "hello".getBytes()), 415, "not_an_image")
                .body(hasJsonPath("$.detail", containsString("JPEG, PNG or WebP")));
        assertProblem(put("upperFront", new byte[0]), 415, "not_an_image");
        assertProblem(seller.request().put(images + "upperFront"), 415, "not_an_image");
        assertProblem(seller.request().post("/v1/uploads"), 415, "not_an_image");
    }

    @Test
    void refusesPhotosThatAreCutOff() {
        assertProblem(put("upperFront", Pictures.cutOff(Pictures.jpeg())), 415, "not_an_image");
        assertProblem(put("upperFront", Pictures.cutOff(Pictures.png())), 415, "not_an_image");
        assertProblem(put("upperFront", Pictures.cutOff(Pictures.webp())), 415, "not_an_image");
    }

    @Test
    void refusesADecompressionBomb() {
        assertProblem(put("upperFront", Pictures.pngThatClaims(60_000, 60_000)), 413, "too_large")
                .body(hasJsonPath("$.detail", containsString("50 megapixels, not 60000 x 60000")));
    }

    @Test
    void namesTheSlotsWhereOneIsUnknown() {
        assertProblem(put("hat", Pictures.jpeg()), 400, "invalid_request")
                .body(hasJsonPath("$.detail", containsString("is one of upperFront, upperBack")));
        assertProblem(seller.delete(images + "UPPER_FRONT"), 400, "invalid_request");
        assertProblem(seller.put("/v1/products/1/images/upperFront", Pictures.jpeg()), 400, "invalid_request");
    }

    @Test
    void keepsOnepieceApartFromUpperAndBottom() {
        put("upperFront", Pictures.jpeg()).then().statusCode(200);

        assertProblem(put("onepieceFront", Pictures.jpeg()), 422, "onepiece_excludes");
    }

    @Test
    void isChangedByAnEditorButNotByAViewer() {
        Seller viewer = Seller.signIn();
        Seller editor = Seller.signIn();
        catalog.share(project, viewer.id(), Role.VIEWER);
        catalog.share(project, editor.id(), Role.EDITOR);

        assertProblem(viewer.put(images + "upperFront", Pictures.jpeg()), 403, "forbidden");
        assertProblem(viewer.delete(images + "upperFront"), 403, "forbidden");
        editor.put(images + "upperFront", Pictures.jpeg())
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.upperFront", startsWith("/v1/media/" + seller.id())));
    }

    @Test
    void isNotThereForAStranger() {
        Seller stranger = Seller.signIn();

        assertProblem(stranger.put(images + "upperFront", Pictures.jpeg()), 404, "not_found");
        assertProblem(stranger.delete(images + "upperFront"), 404, "not_found");
        assertProblem(
                seller.put("/v1/products/" + Fixtures.anId() + "/images/upperFront", Pictures.jpeg()),
                404,
                "not_found");
    }

    @Test
    void storesAPhotoOfAPerson() {
        Response stored =
                seller.request().contentType("image/webp").body(Pictures.webp()).post("/v1/uploads");

        stored.then()
                .statusCode(201)
                .body(hasJsonPath("$.url", containsString("/photos/" + textAt(stored, "$.id") + ".webp?exp=")))
                .header("Location", containsString("/photos/" + textAt(stored, "$.id") + ".webp?exp="));
    }

    private Response put(String slot, byte[] bytes) {
        return seller.put(images + slot, bytes);
    }
}
