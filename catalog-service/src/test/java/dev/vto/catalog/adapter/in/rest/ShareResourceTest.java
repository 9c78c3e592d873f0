package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ShareResourceTest {

    private Seller owner;
    private Seller guest;
    private String project;
    private String shares;

    @BeforeEach
    void addAProject() {
        owner = Seller.signIn();
        guest = Seller.signIn();
        project = "/v1/projects/" + owner.project();
        shares = project + "/shares";
    }

    @Test
    void opensTheProjectToTheGuest() {
        assertProblem(guest.get(project), 404, "not_found");

        share(guest, "VIEWER")
                .then()
                .statusCode(201)
                .header("Location", endsWith(shares + "/" + guest.id()))
                .body(
                        hasJsonPath("$.userId", equalTo(guest.id().toString())),
                        hasJsonPath("$.role", equalTo("VIEWER")));

        guest.get(project).then().statusCode(200).body(hasJsonPath("$.role", equalTo("VIEWER")));
        owner.get(project)
                .then()
                .header("ETag", "\"1\"")
                .body(
                        hasJsonPath(
                                "$.sharedWith[*].userId", contains(guest.id().toString())),
                        hasJsonPath("$.sharedWith[*].role", contains("VIEWER")));
        owner.get(shares)
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items[*].userId", contains(guest.id().toString())))
                .body(hasJsonPath("$.items[*].role", contains("VIEWER")));
    }

    @Test
    void givesAnotherRole() {
        share(guest, "VIEWER");

        share(guest, "EDITOR").then().statusCode(200).body(hasJsonPath("$.role", equalTo("EDITOR")));
        guest.get(project).then().body(hasJsonPath("$.role", equalTo("EDITOR")));
        owner.putJson(shares + "/" + guest.id(), "{\"role\": \"VIEWER\"}")
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.userId", equalTo(guest.id().toString())),
                        hasJsonPath("$.role", equalTo("VIEWER")));
        guest.get(project).then().body(hasJsonPath("$.role", equalTo("VIEWER")));
        assertProblem(owner.putJson(shares + "/" + Fixtures.anId(), "{\"role\": \"VIEWER\"}"), 404, "not_found");
    }

    @Test
    void endsForTheOwnerAndTheGuest() {
        Seller other = Seller.signIn();
        share(guest, "VIEWER");
        share(other, "EDITOR");

        assertProblem(other.delete(shares + "/" + guest.id()), 403, "forbidden");
        guest.delete(shares + "/" + guest.id()).then().statusCode(204);
        owner.delete(shares + "/" + other.id()).then().statusCode(204);

        assertProblem(guest.get(project), 404, "not_found");
        assertProblem(owner.delete(shares + "/" + other.id()), 404, "not_found");
        owner.get(shares).then().body(hasJsonPath("$.items", empty()));
    }

    @Test
    void isTheOwnersBusiness() {
        Seller stranger = Seller.signIn();
        share(guest, "EDITOR");
        String body = "{\"email\": \"" + stranger.email() + "\", \"role\": \"VIEWER\"}";

        assertProblem(guest.post(shares, body), 403, "forbidden");
        assertProblem(guest.get(shares), 403, "forbidden");
        assertProblem(guest.putJson(shares + "/" + guest.id(), "{\"role\": \"VIEWER\"}"), 403, "forbidden");
        assertProblem(stranger.post(shares, body), 404, "not_found");
        assertProblem(stranger.get(shares), 404, "not_found");
        assertProblem(stranger.putJson(shares + "/" + guest.id(), "{\"role\": \"VIEWER\"}"), 404, "not_found");
        assertProblem(stranger.delete(shares + "/" + guest.id()), 404, "not_found");
    }

    @Test
    void isWithSomebodyElseWhoUsesTheService() {
        assertProblem(
                owner.post(shares, "{\"email\": \"nobody@example.com\", \"role\": \"VIEWER\"}"), 422, "unknown_user");
        assertProblem(share(owner, "VIEWER"), 422, "shared_with_owner");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"role\": \"VIEWER\"}                             | email",
                "{\"email\": \"a@example.com\"}                     | role",
                "{\"email\": \"a@example.com\", \"role\": \"OWNER\"}| role",
            })
    void refusesAnotherBody(String body, String field) {
        assertProblem(owner.post(shares, body), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains(field)));
    }

    private Response share(Seller with, String role) {
        return owner.post(shares, "{\"email\": \"" + with.email() + "\", \"role\": \"" + role + "\"}");
    }
}
