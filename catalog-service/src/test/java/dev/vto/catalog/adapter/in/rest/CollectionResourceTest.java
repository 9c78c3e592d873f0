package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static dev.vto.catalog.fixture.JsonAnswers.textsAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.infra.test.OwnThread;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CollectionResourceTest {

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signIn();
    }

    @Test
    void beginsACollection() {
        Response made = seller.post("/v1/collections", "{\"name\": \" Spring \"}");
        String id = textAt(made, "$.id");
        made.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/collections/" + id))
                .header("ETag", "\"0\"")
                .body(hasJsonPath("$.name", equalTo("Spring")));

        seller.get("/v1/collections/" + id).then().statusCode(200).body(hasJsonPath("$.name", equalTo("Spring")));
    }

    @Test
    void countsNoBlanksAroundAName() {
        String longest = "가".repeat(200);

        seller.post("/v1/collections", "{\"name\": \"  " + longest + "  \"}")
                .then()
                .statusCode(201)
                .body(hasJsonPath("$.name", equalTo(longest)));
        assertProblem(seller.post("/v1/collections", "{\"name\": \"" + longest + "가\"}"), 400, "invalid_request")
                .body(hasJsonPath("$.errors[0].field", equalTo("name")));
    }

    @Test
    void listsNewestFirstInPages() {
        String[] ids = {seller.collection(), seller.collection(), seller.collection()};

        Response first = seller.get("/v1/collections?limit=2");
        first.then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(ids[2], ids[1])));
        seller.request()
                .queryParam("cursor", textAt(first, "$.nextCursor"))
                .queryParam("limit", 2)
                .get("/v1/collections")
                .then()
                .statusCode(200)
                .body(hasJsonPath("$.items[*].id", contains(ids[0])), hasJsonPath("$.nextCursor", nullValue()));
    }

    @Test
    void keepsThePlacesOfWhatIsThereWhileMoreIsMade() throws Exception {
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            there.add(0, seller.collection());
        }
        AtomicBoolean listed = new AtomicBoolean();
        CompletableFuture<Integer> maker = CompletableFuture.supplyAsync(
                () -> {
                    int made = 0;
                    do {
                        seller.collection();
                        made++;
                    } while (!listed.get());
                    return made;
                },
                OwnThread.FOR_EACH);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = seller.request().queryParam("limit", 3);
            Response answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get("/v1/collections");
            seen.addAll(textsAt(answer, "$.items[*].id"));
            cursor = textAt(answer, "$.nextCursor");
        } while (cursor != null);
        listed.set(true);

        assertThat(maker.get(30, TimeUnit.SECONDS)).isPositive();
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(seen).containsSubsequence(there);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "cursor=%21", "cursor=AAAA"})
    void refusesPagesThatDoNotExist(String query) {
        String field = query.substring(0, query.indexOf('='));

        assertProblem(
                        seller.request().urlEncodingEnabled(false).get("/v1/collections?" + query),
                        400,
                        "invalid_request")
                .body(hasJsonPath("$.errors[0].field", equalTo(field)));
    }

    @Test
    void namesWhatIsWrongWithABody() {
        assertProblem(seller.post("/v1/collections", "{\"name\": \"\", \"colour\": 1}"), 400, "invalid_request")
                .body(hasJsonPath("$.errors[*].field", contains("colour", "name")));
        assertProblem(seller.post("/v1/collections", "{\"name\": 7}"), 400, "invalid_request")
                .body(hasJsonPath("$.errors[0].message", equalTo("is a text")));
    }

    @Test
    void beginsAndListsTheProjectsInIt() {
        String collection = seller.collection();
        String projects = "/v1/collections/" + collection + "/projects";
        Response made = seller.post(projects, "{\"name\": \"Lookbook\"}");
        String id = textAt(made, "$.id");

        made.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/projects/" + id))
                .body(hasJsonPath("$.collectionId", equalTo(collection)), hasJsonPath("$.role", equalTo("OWNER")));
        seller.get(projects).then().statusCode(200).body(hasJsonPath("$.items[*].id", contains(id)));
    }

    @Test
    void isNotThereForAnyoneElse() {
        String path = "/v1/collections/" + seller.collection();
        Seller stranger = Seller.signIn();

        assertProblem(stranger.get(path), 404, "not_found")
                .body(hasJsonPath("$.detail", equalTo("There is no such collection.")));
        assertProblem(stranger.get(path + "/projects"), 404, "not_found");
        assertProblem(stranger.post(path + "/projects", "{\"name\": \"Mine\"}"), 404, "not_found");
        assertProblem(stranger.get("/v1/collections/" + Fixtures.anId()), 404, "not_found");
    }
}
