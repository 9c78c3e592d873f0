package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.JobId;
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
class JobResourceTest {

    private static final String IMAGE = "{\"kind\": \"IMAGE\"}";
    private static final String LETTER = "{\"kind\": \"LETTER\", \"language\": \"en\"}";

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private ProjectId project;
    private String product;
    private String jobs;

    @BeforeEach
    void addAProduct() {
        seller = Seller.signIn();
        project = seller.project();
        product = seller.product(project, "upperFront");
        jobs = "/v1/projects/" + project + "/vto-jobs";
    }

    @Test
    void acceptsAJobForImages() {
        Response submitted = seller.post(
                jobs,
                "{\"kind\": \"IMAGE\", \"productId\": \"%s\", \"count\": 2, \"seed\": 42, \"priority\": 3, \"usedPointType\": \"FREE\", \"usedAmount\": 1}"
                        .formatted(product));

        submitted
                .then()
                .statusCode(202)
                .header("Location", endsWith("/v1/vto-jobs/" + textAt(submitted, "$.id")))
                .header("Cache-Control", "no-store")
                .body(
                        hasJsonPath("$.status", equalTo("PENDING")),
                        hasJsonPath("$.kind", equalTo("IMAGE")),
                        hasJsonPath("$.productId", equalTo(product)))
                .body(
                        hasJsonPath("$.priority", equalTo(3)),
                        hasJsonPath("$.attempt", equalTo(0)),
                        hasJsonPath("$.maxAttempts", equalTo(5)))
                .body(hasJsonPath("$.usedPointType", equalTo("FREE")), hasJsonPath("$.usedAmount", equalTo(1)))
                .body(
                        hasJsonPath("$.submittedBy", equalTo(seller.id().toString())),
                        hasJsonPath("$.retryOf", nullValue()))
                .body(
                        hasJsonPath("$.spec.seed", equalTo(42)),
                        hasJsonPath("$.spec.views", contains("FRONT")),
                        hasJsonPath("$.spec.count", equalTo(2)))
                .body(hasJsonPath("$.spec.person.preset", equalTo("standing-neutral")))
                .body(hasJsonPath(
                        "$.spec.outfits[0].photos.upperFront", equalTo("https://example.com/upperFront.jpg")));
    }

    @Test
    void showsStoredPhotosByUrlsThatOpen() {
        seller.put("/v1/products/" + product + "/images/upperFront", Pictures.jpeg());
        String person = seller.upload(Pictures.jpeg());

        seller.post(jobs, "{\"kind\": \"IMAGE\", \"person\": {\"imageUrl\": \"" + person + "\"}}")
                .then()
                .statusCode(202)
                .body(hasJsonPath(
                        "$.spec.outfits[0].photos.upperFront", startsWith("/v1/media/" + seller.id() + "/photos/")))
                .body(hasJsonPath("$.spec.person.imageUrl", equalTo(person)));
    }

    @Test
    void leavesNamesThatLookLikeStoredPhotosAlone() {
        ProjectId odd = seller.project("media:the shoot");
        seller.product(odd, "upperFront");

        seller.post("/v1/projects/" + odd + "/vto-jobs", LETTER)
                .then()
                .statusCode(202)
                .body(
                        hasJsonPath("$.spec.projectName", equalTo("media:the shoot")),
                        hasJsonPath("$.spec.language", equalTo("en")));
    }

    @Test
    void takesOnlyPresetsThatAreOffered() {
        assertProblem(
                        seller.post(jobs, "{\"kind\": \"IMAGE\", \"person\": {\"preset\": \"walking\"}}"),
                        422,
                        "preset_not_offered")
                .body(hasJsonPath("$.errors[*].field", contains("person.preset")))
                .body(hasJsonPath(
                        "$.errors[*].message",
                        contains("is one of standing-neutral, standing-light, standing-dark here, not walking")));
    }

    @Test
    void takesNoPhotoOfAPersonThatIsSomebodyElses() {
        String person = Seller.signIn().upload(Pictures.jpeg());

        assertProblem(
                seller.post(jobs, "{\"kind\": \"IMAGE\", \"person\": {\"imageUrl\": \"" + person + "\"}}"),
                422,
                "foreign_photo");
    }

    @Test
    void showsAndListsJobs() {
        String image = submit(IMAGE);
        String letter = submit(LETTER);

        seller.get("/v1/vto-jobs/" + image)
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.status", oneOf("PENDING", "QUEUED")),
                        hasJsonPath("$.queuePosition", greaterThan(0)))
                .body(
                        hasJsonPath("$.imageIds", empty()),
                        hasJsonPath("$.videoIds", empty()),
                        hasJsonPath("$.letterId", nullValue()),
                        hasJsonPath("$.progress", equalTo(0.0)));
        seller.get(jobs).then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(letter, image)));
        seller.get("/v1/vto-jobs").then().body(hasJsonPath("$.items[*].id", contains(letter, image)));
        seller.get("/v1/vto-jobs?status=PENDING&status=QUEUED&kind=IMAGE")
                .then()
                .body(hasJsonPath("$.items[*].id", contains(image)));
        seller.get("/v1/vto-jobs?projectId=" + project)
                .then()
                .body(hasJsonPath("$.items[*].id", contains(letter, image)));
        seller.get("/v1/vto-jobs?projectId=" + seller.project()).then().body(hasJsonPath("$.items", empty()));
        seller.get("/v1/vto-jobs?status=FAILED").then().statusCode(200).body(hasJsonPath("$.items", empty()));
    }

    @Test
    void refusesAListOfWhatIsUnknown() {
        for (String query : new String[] {"status=LOST", "kind=AUDIO", "projectId=1", "limit=0", "cursor=x"}) {
            assertProblem(seller.get("/v1/vto-jobs?" + query), 400, "invalid_request")
                    .body(hasJsonPath("$.errors[*].field", contains(query.substring(0, query.indexOf('=')))));
        }
    }

    @Test
    void cancelsAJob() {
        String cancel = "/v1/vto-jobs/" + submit(IMAGE) + "/cancel";

        seller.request().post(cancel).then().statusCode(202).body(hasJsonPath("$.status", equalTo("CANCELED")));
        seller.request().post(cancel).then().statusCode(200).body(hasJsonPath("$.status", equalTo("CANCELED")));
    }

    @Test
    void asksARunningJobToEnd() {
        String job = submit(IMAGE);
        catalog.claimed(new JobId(UUID.fromString(job)));

        seller.request()
                .post("/v1/vto-jobs/" + job + "/cancel")
                .then()
                .statusCode(202)
                .body(
                        hasJsonPath("$.status", equalTo("RUNNING")),
                        hasJsonPath("$.worker", equalTo("worker-1")),
                        hasJsonPath("$.queuePosition", nullValue()));
    }

    @Test
    void isReadButNotChangedByAViewer() {
        String job = submit(IMAGE);
        Seller viewer = Seller.signIn();
        catalog.share(project, viewer.id(), Role.VIEWER);

        viewer.get("/v1/vto-jobs/" + job).then().statusCode(200);
        viewer.get(jobs).then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(job)));
        assertProblem(viewer.post(jobs, IMAGE), 403, "forbidden");
        assertProblem(viewer.request().post("/v1/vto-jobs/" + job + "/cancel"), 403, "forbidden");
    }

    @Test
    void isSubmittedByAnEditorInTheirOwnName() {
        Seller editor = Seller.signIn();
        catalog.share(project, editor.id(), Role.EDITOR);

        String job = textAt(
                editor.post(jobs, IMAGE)
                        .then()
                        .statusCode(202)
                        .body(hasJsonPath("$.submittedBy", equalTo(editor.id().toString())))
                        .extract(),
                "$.id");

        editor.get("/v1/vto-jobs").then().body(hasJsonPath("$.items[*].id", contains(job)));
        seller.get("/v1/vto-jobs").then().body(hasJsonPath("$.items[*].id", contains(job)));
    }

    @Test
    void isNotThereForAStranger() {
        String job = submit(IMAGE);
        Seller stranger = Seller.signIn();

        assertProblem(stranger.get("/v1/vto-jobs/" + job), 404, "not_found")
                .body(hasJsonPath("$.detail", equalTo("There is no such job.")));
        assertProblem(stranger.request().post("/v1/vto-jobs/" + job + "/cancel"), 404, "not_found");
        assertProblem(stranger.post(jobs, IMAGE), 404, "not_found");
        assertProblem(seller.get("/v1/vto-jobs/" + Fixtures.anId()), 404, "not_found");
        stranger.get("/v1/vto-jobs").then().statusCode(200).body(hasJsonPath("$.items", empty()));
    }

    private String submit(String body) {
        return seller.job(project, body);
    }
}
