package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Role;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class RetryJobResourceTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private ProjectId project;
    private String product;
    private String job;

    @BeforeEach
    void submit() {
        seller = Seller.signIn();
        project = seller.project();
        product = seller.product(project, "upperFront");
        job = seller.post("/v1/projects/" + project + "/vto-jobs", "{\"kind\": \"IMAGE\", \"seed\": 7}")
                .path("id");
    }

    @Test
    void makesANewJobOfACanceledOne() {
        cancel();

        Response retried = retry(seller);

        String id = retried.then()
                .statusCode(202)
                .body("retryOf", equalTo(job), "status", oneOf("PENDING", "QUEUED"), "spec.seed", equalTo(7))
                .extract()
                .path("id");
        retried.then().header("Location", endsWith("/v1/vto-jobs/" + id));
        seller.get("/v1/projects/" + project + "/vto-jobs?status=CANCELED&status=FAILED&kind=IMAGE")
                .then()
                .body("items.id", contains(job));
        seller.get("/v1/projects/" + project + "/vto-jobs?status=PENDING&status=QUEUED")
                .then()
                .body("items.id", contains(id));
        seller.get("/v1/vto-jobs?status=PENDING&status=QUEUED&kind=IMAGE&kind=VIDEO&projectId=" + project)
                .then()
                .body("items.id", contains(id));
    }

    @Test
    void makesANewJobOfAFailedOne() {
        JobId id = new JobId(UUID.fromString(job));
        catalog.claimed(id);
        catalog.failed(id);

        retry(seller).then().statusCode(202).body("retryOf", equalTo(job), "spec.seed", equalTo(7));
        seller.get("/v1/vto-jobs/" + job).then().body("status", equalTo("FAILED"));
    }

    @Test
    void refusesAJobThatIsStillToBeDone() {
        assertProblem(retry(seller), 409, "not_retryable");
    }

    @Test
    void refusesAJobOfADeletedProduct() {
        cancel();
        catalog.delete(new ProductId(UUID.fromString(product)));

        assertProblem(retry(seller), 409, "product_deleted");
    }

    @Test
    void isAnEditors() {
        cancel();
        Seller viewer = Seller.signIn();
        Seller editor = Seller.signIn();
        catalog.share(project, viewer.id(), Role.VIEWER);
        catalog.share(project, editor.id(), Role.EDITOR);

        assertProblem(retry(viewer), 403, "forbidden");
        assertProblem(retry(Seller.signIn()), 404, "not_found");
        retry(editor)
                .then()
                .statusCode(202)
                .body("submittedBy", equalTo(editor.id().toString()));
    }

    @Test
    void listsOfAProjectRefuseWhatIsNoState() {
        assertProblem(seller.get("/v1/projects/" + project + "/vto-jobs?status=DONE"), 400, "invalid_request")
                .body("errors.field", contains("status"));
    }

    private void cancel() {
        seller.post("/v1/vto-jobs/" + job + "/cancel", "").then().statusCode(202);
    }

    private Response retry(Seller user) {
        return user.post("/v1/vto-jobs/" + job + "/retry", "");
    }
}
