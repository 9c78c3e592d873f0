package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasNoJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CollectionDeletionTest {

    private Seller seller;
    private String collection;

    @BeforeEach
    void beginACollection() {
        seller = Seller.signIn();
        collection = "/v1/collections/" + seller.collection();
    }

    @Test
    void renamesACollection() {
        seller.patch(collection, "{\"name\": \" Summer \"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body(hasJsonPath("$.name", equalTo("Summer")));
        seller.get(collection).then().header("ETag", "\"1\"").body(hasJsonPath("$.name", equalTo("Summer")));
    }

    @Test
    void takesAPatchAsPlainJsonToo() {
        seller.request()
                .contentType("application/json")
                .body("{\"name\": \"Autumn\"}")
                .patch(collection)
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.name", equalTo("Autumn")));
    }

    @Test
    void refusesANameThatIsNone() {
        assertProblem(seller.patch(collection, "{\"name\": null}"), 400, "invalid_request")
                .body(
                        hasJsonPath("$.errors[*].field", contains("name")),
                        hasJsonPath("$.errors[*].message", contains("cannot be null")));
        assertProblem(seller.patch(collection, "{\"name\": \" \"}"), 400, "invalid_request");
        assertProblem(seller.patch(collection, "{\"colour\": \"red\"}"), 400, "invalid_request");
    }

    @Test
    void changesNothingThatTheSenderHasNotRead() {
        seller.patch(collection, "{\"name\": \"Summer\"}");

        assertProblem(
                seller.request()
                        .header("If-Match", "\"0\"")
                        .contentType("application/json")
                        .body("{\"name\": \"Winter\"}")
                        .patch(collection),
                412,
                "etag_mismatch");
        assertProblem(seller.request().header("If-Match", "\"0\"").delete(collection), 412, "etag_mismatch");
        seller.request().header("If-Match", "\"1\"").delete(collection).then().statusCode(204);
    }

    @Test
    void hidesWhatIsDeletedAndListsItForItsRestoration() {
        seller.delete(collection).then().statusCode(204);

        assertProblem(seller.get(collection), 404, "not_found");
        assertProblem(seller.delete(collection), 404, "not_found");
        assertProblem(seller.patch(collection, "{\"name\": \"Summer\"}"), 404, "not_found");
        seller.get("/v1/collections").then().statusCode(200).body(hasJsonPath("$.items", empty()));
        seller.get("/v1/collections?deleted=true")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items[*].id", contains(collection.substring(collection.lastIndexOf('/') + 1))))
                .body(hasJsonPath("$.items[0].deletedAt", notNullValue()));
        assertProblem(seller.get("/v1/collections?deleted=1"), 400, "invalid_request");
    }

    @Test
    void restoresACollection() {
        seller.delete(collection);

        seller.post(collection + "/restore", "")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body(hasJsonPath("$.name", equalTo("Spring")), hasNoJsonPath("$.deletedAt"));
        seller.get("/v1/collections?deleted=true").then().body(hasJsonPath("$.items", empty()));
        seller.post(collection + "/restore", "").then().statusCode(200);
    }

    @Test
    void isNotThereForAStranger() {
        Seller stranger = Seller.signIn();

        assertProblem(stranger.patch(collection, "{\"name\": \"Mine\"}"), 404, "not_found");
        assertProblem(stranger.delete(collection), 404, "not_found");
        seller.delete(collection);
        assertProblem(stranger.post(collection + "/restore", ""), 404, "not_found");
    }
}
