package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.Fixtures.anId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.domain.result.Image;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.id.ProjectId;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a job may not ask for. None of it leaves a job behind. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class JobRefusalTest {

    @Inject
    PostgresCatalog catalog;

    private Seller seller;
    private ProjectId project;

    @BeforeEach
    void beginAProject() {
        seller = Seller.signIn();
        project = seller.project();
    }

    @AfterEach
    void leavesNoJobBehind() {
        seller.get("/v1/vto-jobs").then().statusCode(200).body(hasJsonPath("$.items", empty()));
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        seller.product(project, "upperFront");

        assertProblem(
                        submit("{\"kind\": \"IMAGE\", \"count\": 9, \"seed\": -1, \"productId\": \"x\"}"),
                        400,
                        "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains("productId", "count", "seed")))
                .body(hasJsonPath("$.errors[1].message", equalTo("is an integer from 1 to 8")));
    }

    @Test
    void needsAProduct() {
        assertImpossible("{\"kind\": \"IMAGE\"}", "no_products");
        assertImpossible("{\"kind\": \"LETTER\"}", "missing_photo");
    }

    @Test
    void needsThePhotosOfTheViews() {
        String product = seller.product(project);

        assertImpossible("{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"}", "missing_photo")
                .body(
                        hasJsonPath("$.detail", containsString(product)),
                        hasJsonPath("$.title", equalTo("Unprocessable Content")))
                .body(hasJsonPath("$.errors[*].field", contains("views")));
        assertImpossible("{\"kind\": \"IMAGE\", \"views\": [\"FRONT\", \"BACK\"]}", "missing_photo")
                .body(hasJsonPath(
                        "$.errors[*].message", contains(containsString("upperFront"), containsString("upperBack"))));
        assertImpossible("{\"kind\": \"LETTER\"}", "missing_photo");
    }

    @Test
    void needsImagesForAVideo() {
        seller.product(project, "upperFront");

        assertImpossible("{\"kind\": \"VIDEO\"}", "missing_image");
    }

    @Test
    void needsAProductOfThisProject() {
        seller.product(project, "upperFront");
        Image image = catalog.given(aResult().in(project()).image());
        String elsewhere = seller.product(seller.project(), "upperFront");

        for (String product : new String[] {elsewhere, anId().toString()}) {
            String of = "\"productId\": \"" + product + "\"}";
            assertImpossible("{\"kind\": \"IMAGE\", " + of, "unknown_product");
            assertImpossible("{\"kind\": \"LETTER\", " + of, "unknown_product");
            assertImpossible("{\"kind\": \"VIDEO\", \"imageIds\": [\"" + image.id() + "\"], " + of, "unknown_product");
        }
    }

    @Test
    void needsImagesOfThisProject() {
        seller.product(project, "upperFront");
        String unheardOf = anId().toString();

        assertImpossible("{\"kind\": \"VIDEO\", \"imageIds\": [\"" + unheardOf + "\"]}", "unknown_image")
                .body(
                        hasJsonPath("$.errors[*].field", contains("imageIds")),
                        hasJsonPath("$.errors[0].message", containsString(unheardOf)));
    }

    @Test
    void makesNoMoreThanAJobMay() {
        for (int i = 0; i < 9; i++) {
            seller.product(project, "upperFront");
        }

        assertImpossible("{\"kind\": \"IMAGE\", \"count\": 8}", "too_many_images");
    }

    @Test
    void keepsToThePriorityThatTheOperatorAllows() {
        seller.product(project, "upperFront");

        assertImpossible("{\"kind\": \"IMAGE\", \"priority\": 6}", "priority_too_high")
                .body(hasJsonPath("$.detail", equalTo("priority is at most 5 here, not 6.")));
    }

    private Project project() {
        return catalog.await(catalog.projects().find(project)).orElseThrow();
    }

    private ValidatableResponse assertImpossible(String body, String code) {
        return assertProblem(submit(body), 422, code);
    }

    private Response submit(String body) {
        return seller.post("/v1/projects/" + project + "/vto-jobs", body);
    }
}
