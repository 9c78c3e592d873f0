package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
        other.get("/v1/projects/" + shared).then().statusCode(200).body(hasJsonPath("$.sharedWith", empty()));
    }

    @Test
    void makesANewAccountAtTheNextSignIn() {
        String email = textAt(seller.get("/v1/users/me"), "$.email");
        seller.delete("/v1/users/me");

        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{\"email\": \"" + email + "\"}")
                .post("/v1/auth/dev")
                .then()
                .statusCode(200)
                .body(hasJsonPath(
                        "$.user.id",
                        org.hamcrest.Matchers.not(equalTo(seller.id().toString()))));
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
        String job = seller.job(project, "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"}");
        seller.delete("/v1/products/" + product);

        seller.get("/v1/users/me/export")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body(
                        hasJsonPath("$.user.id", equalTo(seller.id().toString())),
                        hasJsonPath("$.user.email", notNullValue()))
                .body(
                        hasJsonPath("$.collections", hasSize(1)),
                        hasJsonPath("$.projects[*].id", contains(project.toString())))
                .body(hasJsonPath("$.projects[*].name", contains("Media \"quoted\"")))
                .body(
                        hasJsonPath("$.products[*].id", contains(product)),
                        hasJsonPath("$.products[*].deletedAt", contains(notNullValue())))
                .body(hasJsonPath("$.products[0].images.upperFront", equalTo("https://example.com/upperFront.jpg")))
                .body(hasJsonPath("$.jobs[*].id", contains(job)), hasJsonPath("$.jobs[*].status", contains("CANCELED")))
                .body(
                        hasJsonPath("$.images", empty()),
                        hasJsonPath("$.videos", empty()),
                        hasJsonPath("$.letters", empty()),
                        hasJsonPath("$.attempts", empty()))
                .body(
                        hasJsonPath("$.submitted", empty()),
                        hasJsonPath("$.shared", empty()),
                        hasJsonPath("$.requests", empty()));
    }

    @Test
    void exportsNothingOfOthersButWhatTheyShare() {
        Seller other = Seller.signIn();
        ProjectId shared = other.project();
        catalog.share(shared, seller.id(), Role.VIEWER);

        seller.get("/v1/users/me/export")
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.shared[*].projectId", contains(shared.toString())),
                        hasJsonPath("$.shared[*].role", contains("VIEWER")))
                .body(hasJsonPath("$.projects", empty()), hasJsonPath("$.products", empty()));
    }

    @Test
    void opensTheUsersFilesAndNoOthersFromAnExport() {
        ProjectId project = seller.project("media:" + Seller.signIn().id() + "/photos/secret.jpg");
        seller.post(
                "/v1/projects/" + project + "/products",
                "{\"images\": {\"upperFront\": \"/v1/media/" + seller.id() + "/photos/x.jpg\"}}");

        seller.get("/v1/users/me/export")
                .then()
                .body(hasJsonPath("$.projects[0].name", startsWith("media:")))
                .body(hasJsonPath(
                        "$.products[0].images.upperFront",
                        startsWith("/v1/media/" + seller.id() + "/photos/x.jpg?exp=")));
    }
}
