package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

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
class ProjectResourceTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private ProjectId project;

    @BeforeEach
    void beginAProject() {
        seller = Seller.signIn();
        project = seller.project();
    }

    @Test
    void showsAProjectToItsOwner() {
        seller.get("/v1/projects/" + project)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body(
                        hasJsonPath("$.role", equalTo("OWNER")),
                        hasJsonPath("$.ownerId", equalTo(seller.id().toString())))
                .body(
                        hasJsonPath("$.selectedImageNumber", equalTo(0)),
                        hasJsonPath("$.totalImageNumber", equalTo(0)),
                        hasJsonPath("$.totalVideoNumber", equalTo(0)))
                .body(
                        hasJsonPath("$.sharedWith", empty()),
                        hasJsonPath("$.marketingLetterId", nullValue()),
                        hasJsonPath("$.deletedAt", nullValue()));
    }

    @Test
    void showsItToThoseWithWhomItIsShared() {
        Seller viewer = Seller.signIn();
        catalog.share(project, viewer.id(), Role.VIEWER);

        viewer.get("/v1/projects/" + project)
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.role", equalTo("VIEWER")))
                .body(
                        hasJsonPath(
                                "$.sharedWith[*].userId", contains(viewer.id().toString())),
                        hasJsonPath("$.sharedWith[*].role", contains("VIEWER")));
        viewer.get("/v1/projects").then().statusCode(200).body(hasJsonPath("$.items", empty()));
    }

    @Test
    void listsTheCallersOwnNewestFirst() {
        ProjectId newer = seller.project();
        Seller.signIn().project();

        seller.get("/v1/projects")
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.items[*].id", contains(newer.toString(), project.toString())),
                        hasJsonPath("$.nextCursor", nullValue()));
    }

    @Test
    void isNotThereForAStranger() {
        Seller stranger = Seller.signIn();

        assertProblem(stranger.get("/v1/projects/" + project), 404, "not_found");
        assertProblem(stranger.get("/v1/projects/" + project + "/products"), 404, "not_found");
        assertProblem(stranger.get("/v1/projects/" + project + "/vto-jobs"), 404, "not_found");
        assertProblem(stranger.get("/v1/projects/" + project + "/images"), 404, "not_found");
        assertProblem(stranger.get("/v1/projects/" + project + "/letters"), 404, "not_found");
    }

    @Test
    void isNotThereOnceItIsDeleted() {
        catalog.delete(project);

        assertProblem(seller.get("/v1/projects/" + project), 404, "not_found");
    }

    @Test
    void isNamedByAUuid() {
        assertProblem(seller.get("/v1/projects/not-a-uuid"), 400, "invalid_request")
                .body(
                        hasJsonPath("$.errors[*].field", contains("id")),
                        hasJsonPath("$.errors[*].message", contains("is a UUID")));
    }
}
