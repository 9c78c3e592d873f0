package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
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
class AccountResourceTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signIn();
    }

    @Test
    void endsAnAccountAtOnce() {
        ProjectId project = seller.project();
        Seller other = Seller.signIn();
        ProjectId shared = other.project();
        catalog.share(shared, seller.id(), Role.EDITOR);

        seller.delete("/v1/users/me").then().statusCode(204);

        assertProblem(seller.get("/v1/users/me"), 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
        assertProblem(seller.get("/v1/users/me/export"), 401, "unauthorized");
        assertProblem(seller.delete("/v1/users/me"), 401, "unauthorized");
        assertProblem(seller.post("/v1/collections", "{\"name\": \"More\"}"), 401, "unauthorized");
        assertProblem(seller.get("/v1/projects/" + project), 404, "not_found");
        assertProblem(seller.get("/v1/projects/" + shared), 404, "not_found");
        other.get("/v1/projects/" + shared).then().statusCode(200).body("sharedWith", empty());
    }

    @Test
    void makesANewAccountAtTheNextSignIn() {
        String email = seller.get("/v1/users/me").path("email");
        seller.delete("/v1/users/me");

        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"email\": \"" + email + "\"}")
                .post("/v1/auth/dev")
                .then()
                .statusCode(200)
                .body("user.id", org.hamcrest.Matchers.not(equalTo(seller.id().toString())));
    }

    @Test
    void endsNoAccountThatTheSenderHasNotRead() {
        assertProblem(seller.request().header("If-Match", "\"7\"").delete("/v1/users/me"), 412, "etag_mismatch");
        seller.get("/v1/users/me").then().statusCode(200);
    }

    @Test
    void exportsAllAsOneDocument() {
        ProjectId project = seller.project("Media \\\"quoted\\\"");
        String product = seller.product(project, "upperFront");
        String job = seller.post(
                        "/v1/projects/" + project + "/vto-jobs",
                        "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"}")
                .path("id");
        seller.delete("/v1/products/" + product);

        seller.get("/v1/users/me/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("user.id", equalTo(seller.id().toString()), "user.email", notNullValue())
                .body("collections.size()", equalTo(1), "projects.id", contains(project.toString()))
                .body("projects.name", contains("Media \"quoted\""))
                .body("products.id", contains(product), "products.deletedAt", contains(notNullValue()))
                .body("products[0].images.upperFront", equalTo("https://example.com/upperFront.jpg"))
                .body("jobs.id", contains(job), "jobs.status", contains("CANCELED"))
                .body("images", empty(), "videos", empty(), "letters", empty(), "attempts", empty())
                .body("submitted", empty(), "shared", empty(), "requests", empty());
    }

    @Test
    void exportsNothingOfOthersButWhatTheyShare() {
        Seller other = Seller.signIn();
        ProjectId shared = other.project();
        catalog.share(shared, seller.id(), Role.VIEWER);

        seller.get("/v1/users/me/export")
                .then()
                .statusCode(200)
                .body("shared.projectId", contains(shared.toString()), "shared.role", contains("VIEWER"))
                .body("projects", empty(), "products", empty());
    }

    @Test
    void opensTheUsersFilesAndNoOthersFromAnExport() {
        ProjectId project = seller.project("media:" + Seller.signIn().id() + "/photos/secret.jpg");
        seller.post(
                "/v1/projects/" + project + "/products",
                "{\"images\": {\"upperFront\": \"/v1/media/" + seller.id() + "/photos/x.jpg\"}}");

        seller.get("/v1/users/me/export")
                .then()
                .body("projects[0].name", startsWith("media:"))
                .body("products[0].images.upperFront", startsWith("/v1/media/" + seller.id() + "/photos/x.jpg?exp="));
    }
}
