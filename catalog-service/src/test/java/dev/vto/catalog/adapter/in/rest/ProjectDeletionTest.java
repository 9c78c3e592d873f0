package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Role;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ProjectDeletionTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private Seller editor;
    private ProjectId id;
    private String project;
    private String product;

    @BeforeEach
    void beginASharedProject() {
        seller = Seller.signIn();
        editor = Seller.signIn();
        id = seller.project();
        project = "/v1/projects/" + id;
        product = "/v1/products/" + seller.product(id, "upperFront");
        catalog.share(id, editor.id(), Role.EDITOR);
    }

    @Test
    void letsAnEditorRenameButNotFileOrDelete() {
        editor.patch(project, "{\"name\": \"Editorial\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(hasJsonPath("$.name", equalTo("Editorial")), hasJsonPath("$.role", equalTo("EDITOR")));
        String move = "{\"collectionId\": \"" + seller.collection() + "\"}";
        assertProblem(editor.patch(project, move), 403, "forbidden");
        assertProblem(editor.delete(project), 403, "forbidden");
        assertProblem(editor.delete(product), 403, "forbidden");
        editor.patch(product, "{\"images\": {\"upperFront\": null}}").then().statusCode(200);
    }

    @Test
    void filesAProjectInACollectionOfTheOwnersOnly() {
        String other = seller.collection();

        seller.patch(project, "{\"collectionId\": \"" + other + "\"}")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.collectionId", equalTo(other)));
        seller.get("/v1/collections/" + other + "/projects")
                .then()
                .body(hasJsonPath("$.items[*].id", contains(id.toString())));
        assertProblem(
                        seller.patch(
                                project,
                                "{\"collectionId\": \"" + Seller.signIn().collection() + "\"}"),
                        422,
                        "unknown_collection")
                .body(hasJsonPath("$.errors[*].field", contains("collectionId")));
        assertProblem(seller.patch(project, "{\"collectionId\": null}"), 400, "invalid_request");
    }

    @Test
    void takesNoLetterThatIsNotTheProjects() {
        assertProblem(seller.patch(project, "{\"marketingLetterId\": \"" + id + "\"}"), 422, "unknown_letter");
        seller.patch(project, "{\"marketingLetterId\": null}")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.marketingLetterId", nullValue()));
    }

    @Test
    void listsWhatOthersShare() {
        editor.get("/v1/projects?shared=true")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items[*].id", contains(id.toString())));
        seller.get("/v1/projects?shared=true").then().statusCode(200).body(hasJsonPath("$.items", empty()));
        editor.get("/v1/projects?shared=true&deleted=true")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items", empty()));
        assertProblem(editor.get("/v1/projects?shared=yes"), 400, "invalid_request");
        seller.delete(project);
        editor.get("/v1/projects?shared=true").then().body(hasJsonPath("$.items", empty()));
    }

    @Test
    void deletesAndRestoresAProjectWithItsProducts() {
        seller.delete(project).then().statusCode(204);

        assertProblem(seller.get(project), 404, "not_found");
        assertProblem(seller.get(product), 404, "not_found");
        seller.get("/v1/projects?deleted=true")
                .then()
                .body(
                        hasJsonPath("$.items[*].id", contains(id.toString())),
                        hasJsonPath("$.items[0].deletedAt", notNullValue()));
        assertProblem(seller.post(product + "/restore", ""), 409, "parent_deleted");
        assertProblem(editor.post(project + "/restore", ""), 403, "forbidden");

        seller.post(project + "/restore", "").then().statusCode(200).body(hasJsonPath("$.deletedAt", nullValue()));
        seller.get(product).then().statusCode(200);
        seller.get("/v1/projects?deleted=true").then().body(hasJsonPath("$.items", empty()));
    }

    @Test
    void listsNoProjectThatItsCollectionTookAlong() {
        String collection = textAt(seller.get(project), "$.collectionId");
        seller.delete("/v1/collections/" + collection).then().statusCode(204);

        seller.get("/v1/projects?deleted=true").then().statusCode(200).body(hasJsonPath("$.items", empty()));
        assertProblem(seller.post(project + "/restore", ""), 409, "parent_deleted");
        seller.post("/v1/collections/" + collection + "/restore", "").then().statusCode(200);
        seller.get(project).then().statusCode(200);
        seller.get(product).then().statusCode(200);
    }

    @Test
    void deletesAndRestoresAProduct() {
        seller.delete(product).then().statusCode(204);

        assertProblem(seller.get(product), 404, "not_found");
        seller.get(project + "/products?deleted=true")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items", hasSize(1)), hasJsonPath("$.items[0].deletedAt", notNullValue()));
        assertProblem(editor.get(project + "/products?deleted=true"), 403, "forbidden");
        assertProblem(editor.post(product + "/restore", ""), 403, "forbidden");
        seller.post(product + "/restore", "").then().statusCode(200).header("ETag", "\"0\"");
        seller.get(project + "/products").then().body(hasJsonPath("$.items", hasSize(1)));
    }

    @Test
    void cancelsTheJobsOfWhatIsDeleted() {
        String job = textAt(
                seller.post(
                        project + "/vto-jobs",
                        "{\"kind\": \"IMAGE\", \"productId\": \"" + product.substring(product.lastIndexOf('/') + 1)
                                + "\"}"),
                "$.id");

        seller.delete(project);
        seller.post(project + "/restore", "");

        seller.get("/v1/vto-jobs/" + job).then().statusCode(200).body(hasJsonPath("$.status", equalTo("CANCELED")));
    }

    @Test
    void patchesSlotsAndLeavesTheOthers() {
        seller.patch(product, "{\"images\": {\"bottomFront\": \"https://example.com/b.jpg\"}}")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.keys()", containsInAnyOrder("upperFront", "bottomFront")));
        assertProblem(
                seller.patch(product, "{\"images\": {\"onepieceFront\": \"https://example.com/o.jpg\"}}"),
                422,
                "onepiece_excludes");
        seller.patch(
                        product,
                        "{\"images\": {\"upperFront\": null, \"bottomFront\": null,"
                                + " \"onepieceFront\": \"https://example.com/o.jpg\"}}")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.keys()", contains("onepieceFront")));
        seller.patch(product, "{\"images\": null}").then().statusCode(200).body(hasJsonPath("$.images", anEmptyMap()));
        assertProblem(seller.patch(product, "{\"images\": {\"hat\": null}}"), 400, "invalid_request");
        assertProblem(seller.patch(product, "{\"images\": {\"upperBack\": \"ftp://x\"}}"), 400, "invalid_request");
        String foreign = "/v1/media/" + editor.id() + "/photos/x.jpg";
        assertProblem(
                seller.patch(product, "{\"images\": {\"upperBack\": \"" + foreign + "\"}}"), 422, "foreign_photo");
        seller.patch(
                        product,
                        "{\"images\": {\"upperBack\": \"/v1/media/" + seller.id() + "/photos/x.jpg?exp=1&sig=2\"}}")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.images.upperBack", startsWith("/v1/media/" + seller.id())));
    }
}
