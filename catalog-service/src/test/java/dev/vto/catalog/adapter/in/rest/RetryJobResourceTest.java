package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
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
        job = seller.job(project, "{\"kind\": \"IMAGE\", \"seed\": 7}");
    }

    @Test
    void makesANewJobOfACanceledOne() {
        cancel();

        Response retried = retry(seller);

        String id = textAt(retried, "$.id");
        retried.then()
                .statusCode(202)
                .body(
                        hasJsonPath("$.retryOf", equalTo(job)),
                        hasJsonPath("$.status", oneOf("PENDING", "QUEUED")),
                        hasJsonPath("$.spec.seed", equalTo(7)))
                .header("Location", endsWith("/v1/vto-jobs/" + id));
        seller.get("/v1/projects/" + project + "/vto-jobs?status=CANCELED&status=FAILED&kind=IMAGE")
                .then()
                .body(hasJsonPath("$.items[*].id", contains(job)));
        seller.get("/v1/projects/" + project + "/vto-jobs?status=PENDING&status=QUEUED")
                .then()
                .body(hasJsonPath("$.items[*].id", contains(id)));
        seller.get("/v1/vto-jobs?status=PENDING&status=QUEUED&kind=IMAGE&kind=VIDEO&projectId=" + project)
                .then()
                .body(hasJsonPath("$.items[*].id", contains(id)));
    }

    @Test
    void makesANewJobOfAFailedOne() {
        JobId id = new JobId(UUID.fromString(job));
        catalog.claimed(id);
        catalog.failed(id);

        retry(seller)
                .then()
                .statusCode(202)
                .body(hasJsonPath("$.retryOf", equalTo(job)), hasJsonPath("$.spec.seed", equalTo(7)));
        seller.get("/v1/vto-jobs/" + job).then().body(hasJsonPath("$.status", equalTo("FAILED")));
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
                .body(hasJsonPath("$.submittedBy", equalTo(editor.id().toString())));
    }

    @Test
    void listsOfAProjectRefuseWhatIsNoState() {
        assertProblem(seller.get("/v1/projects/" + project + "/vto-jobs?status=DONE"), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains("status")));
    }

    private void cancel() {
        seller.post("/v1/vto-jobs/" + job + "/cancel", "").then().statusCode(202);
    }

    private Response retry(Seller user) {
        return user.post("/v1/vto-jobs/" + job + "/retry", "");
    }
}
