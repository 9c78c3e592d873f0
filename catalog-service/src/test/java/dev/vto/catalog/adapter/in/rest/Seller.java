package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static io.restassured.RestAssured.given;

import dev.vto.catalog.fixture.Fixtures;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Someone who is signed in and uses the API. */
public record Seller(UserId id, String token, String email) {

    /** Someone new. */
    public static Seller signIn() {
        String email = Fixtures.anId() + "@example.com";
        Response session = given().contentType(ContentType.JSON)
                .body("{\"email\": \"" + email + "\"}")
                .post("/v1/auth/dev");
        session.then().statusCode(200);
        return new Seller(
                new UserId(UUID.fromString(textAt(session, "$.user.id"))), textAt(session, "$.accessToken"), email);
    }

    RequestSpecification request() {
        return given().header("Authorization", "Bearer " + token);
    }

    Response get(String path) {
        return request().get(path);
    }

    Response post(String path, String json) {
        return request().contentType(ContentType.JSON).body(json).post(path);
    }

    Response patch(String path, String json) {
        return request().contentType("application/merge-patch+json").body(json).patch(path);
    }

    Response putJson(String path, String json) {
        return request().contentType(ContentType.JSON).body(json).put(path);
    }

    /** A request with a body of JSON, if it has one, that is carried out only for this ETag. */
    RequestSpecification ifMatch(String tag) {
        return request().contentType(ContentType.JSON).header("If-Match", tag);
    }

    Response put(String path, byte[] bytes) {
        return request().contentType("image/jpeg").body(bytes).put(path);
    }

    Response delete(String path) {
        return request().delete(path);
    }

    /** The id of a new collection. */
    String collection() {
        return created(post("/v1/collections", "{\"name\": \"Spring\"}"));
    }

    /** The id of a new project in a new collection. */
    ProjectId project() {
        return project("Lookbook");
    }

    ProjectId project(String name) {
        return projectIn(collection(), name);
    }

    /** The id of a new project in this collection. */
    ProjectId projectIn(String collection, String name) {
        String made = created(post("/v1/collections/" + collection + "/projects", "{\"name\": \"" + name + "\"}"));
        return new ProjectId(UUID.fromString(made));
    }

    /** The id of a new product without photos. */
    String product(ProjectId project) {
        return created(post("/v1/projects/" + project + "/products", "{}"));
    }

    /** The id of a new product that has a photo in this slot. */
    String product(ProjectId project, String slot) {
        return created(post(
                "/v1/projects/" + project + "/products",
                "{\"images\": {\"" + slot + "\": \"https://example.com/" + slot + ".jpg\"}}"));
    }

    /** The id of a new job in this project. */
    String job(ProjectId project, String json) {
        return idOf(post("/v1/projects/" + project + "/vto-jobs", json), 202);
    }

    /** The URL of a photo that is stored anew. */
    String upload(byte[] photo) {
        Response stored = request().body(photo).post("/v1/uploads");
        stored.then().statusCode(201);
        return textAt(stored, "$.url");
    }

    private static String created(Response response) {
        return idOf(response, 201);
    }

    private static String idOf(Response made, int status) {
        made.then().statusCode(status);
        return textAt(made, "$.id");
    }
}
