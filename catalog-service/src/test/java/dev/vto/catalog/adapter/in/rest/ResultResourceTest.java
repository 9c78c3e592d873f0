package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasNoJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.Fixtures.aNewJob;
import static dev.vto.catalog.fixture.Fixtures.aProduct;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.job.Job;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Image;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.catalog.domain.result.Video;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class ResultResourceTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private Project project;
    private Product product;
    private Job job;

    @BeforeEach
    void submitAJob() {
        seller = Seller.signIn();
        project = catalog.await(catalog.projects().find(seller.project())).orElseThrow();
        product = catalog.given(aProduct().in(project).build());
        job = catalog.given(aNewJob().in(project).of(product).build());
    }

    @Test
    void showsAnImage() {
        Image image = catalog.given(aResult().in(project).of(product).by(job).image());

        seller.get("/v1/images/" + image.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body(
                        hasJsonPath("$.productId", equalTo(product.id().toString())),
                        hasJsonPath("$.jobId", equalTo(job.id().toString())))
                .body(
                        hasJsonPath("$.url", startsWith("/v1/media/results/")),
                        hasJsonPath("$.thumbnailUrl", startsWith("/v1/media/results/")))
                .body(
                        hasJsonPath("$.view", equalTo("FRONT")),
                        hasJsonPath("$.selected", equalTo(false)),
                        hasJsonPath("$.position", equalTo(0)))
                .body(
                        hasJsonPath("$.width", equalTo(768)),
                        hasJsonPath("$.height", equalTo(1024)),
                        hasJsonPath("$.bytes", equalTo(123456)))
                .body(
                        hasJsonPath("$.contentType", equalTo("image/jpeg")),
                        hasJsonPath("$.seed", equalTo(42)),
                        hasJsonPath("$.aiGenerated", equalTo(true)))
                .body(hasJsonPath("$.createdAt", equalTo("2026-11-25T09:30:00.123456Z")))
                .body(hasNoJsonPath("$.seconds"));
    }

    @Test
    void showsAVideo() {
        Video video = catalog.given(aResult().in(project).by(job).video());

        seller.get("/v1/videos/" + video.id())
                .then()
                .statusCode(200)
                .body(
                        hasJsonPath("$.seconds", equalTo(5.5)),
                        hasJsonPath("$.contentType", equalTo("video/mp4")),
                        hasJsonPath("$.productId", nullValue()))
                .body(hasNoJsonPath("$.view"));
    }

    @Test
    void showsALetter() {
        Letter letter = catalog.given(aResult().in(project).by(job).letter());

        seller.get("/v1/letters/" + letter.id())
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.headline", equalTo("Made for spring")), hasJsonPath("$.language", equalTo("en")))
                .body(
                        hasJsonPath("$.bulletPoints", hasSize(4)),
                        hasJsonPath("$.generated.headline", equalTo("Spring is here")));
    }

    @Test
    void listsNewestFirst() {
        Image older = catalog.given(aResult().in(project).image());
        Image newer = catalog.given(aResult().in(project).image());
        Video video = catalog.given(aResult().in(project).video());
        Letter letter = catalog.given(aResult().in(project).letter());

        list("images")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items[*].id", contains(text(newer.id()), text(older.id()))));
        list("videos").then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(text(video.id()))));
        list("letters").then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(text(letter.id()))));
        list("images?limit=1").then().body(hasJsonPath("$.items[*].id", contains(text(newer.id()))));
    }

    @Test
    void narrowsAList() {
        Image ofJob = catalog.given(aResult().in(project).by(job).image());
        Image selected =
                catalog.given(aResult().in(project).of(product).selected().image());

        list("images?jobId=" + job.id()).then().body(hasJsonPath("$.items[*].id", contains(text(ofJob.id()))));
        list("images?productId=" + product.id())
                .then()
                .body(hasJsonPath("$.items[*].id", contains(text(selected.id()))));
        list("images?selected=true").then().body(hasJsonPath("$.items[*].id", contains(text(selected.id()))));
        list("images?selected=false").then().body(hasJsonPath("$.items[*].id", contains(text(ofJob.id()))));
    }

    @Test
    void refusesToNarrowByWhatIsNoValue() {
        for (String query : new String[] {"jobId=1", "productId=1", "selected=yes", "limit=1000", "cursor=AAAA"}) {
            String field = query.substring(0, query.indexOf('='));

            assertProblem(list("images?" + query), 400, "invalid_request")
                    .body(hasJsonPath("$.errors[*].field", contains(field)));
            assertProblem(list("videos?" + query), 400, "invalid_request")
                    .body(hasJsonPath("$.errors[*].field", contains(field)));
        }
    }

    @Test
    void isReadByAViewer() {
        Image image = catalog.given(aResult().in(project).image());
        Seller viewer = Seller.signIn();
        catalog.share(project.id(), viewer.id(), Role.VIEWER);

        viewer.get("/v1/images/" + image.id()).then().statusCode(200);
    }

    @Test
    void isNotThereForAStranger() {
        Image image = catalog.given(aResult().in(project).image());
        Video video = catalog.given(aResult().in(project).video());
        Letter letter = catalog.given(aResult().in(project).letter());
        Seller stranger = Seller.signIn();

        assertNoSuch("image", stranger.get("/v1/images/" + image.id()));
        assertNoSuch("video", stranger.get("/v1/videos/" + video.id()));
        assertNoSuch("letter", stranger.get("/v1/letters/" + letter.id()));
        assertNoSuch("image", seller.get("/v1/images/" + anId()));
        assertNoSuch("video", seller.get("/v1/videos/" + anId()));
        assertNoSuch("letter", seller.get("/v1/letters/" + anId()));
    }

    private Response list(String query) {
        return seller.get("/v1/projects/" + project.id() + "/" + query);
    }

    private static void assertNoSuch(String what, Response answer) {
        assertProblem(answer, 404, "not_found")
                .body(hasJsonPath("$.detail", equalTo("There is no such " + what + ".")));
    }

    private static String text(Object id) {
        return id.toString();
    }
}
