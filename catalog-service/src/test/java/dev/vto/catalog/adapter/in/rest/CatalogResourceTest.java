package dev.vto.catalog.adapter.in.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class CatalogResourceTest {

    private static final String PROBLEM = "application/problem+json";

    private String token;

    @BeforeEach
    void signIn() {
        token = signIn(UUID.randomUUID() + "@example.com");
    }

    @Test
    void signsTheSamePersonInAgain() {
        String first = given().contentType(ContentType.JSON)
                .body("{\"email\": \"Person@Example.com\", \"name\": \"Person\"}")
                .post("/v1/auth/dev")
                .then()
                .statusCode(200)
                .body("expiresIn", equalTo(900), "user.email", equalTo("person@example.com"))
                .extract()
                .path("user.id");
        String second = given().contentType(ContentType.JSON)
                .body("{\"email\": \"person@example.com\"}")
                .post("/v1/auth/dev")
                .path("user.id");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void tellsWhoTheCallerIs() {
        user().get("/v1/users/me")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .header("Cache-Control", "no-store")
                .body("language", equalTo("ko"));
    }

    @Test
    void letsNobodyInWithoutAToken() {
        given().get("/v1/users/me").then().statusCode(401).contentType(PROBLEM).body("code", equalTo("unauthorized"));
        given().header("Authorization", "Bearer " + token.substring(0, token.length() - 4) + "AAAA")
                .get("/v1/users/me")
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
    }

    @Test
    void publishesTheKeysOfItsTokens() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1), "keys[0].alg", equalTo("RS256"), "keys[0].d", nullValue());
    }

    @Test
    void keepsCollectionsProjectsAndProductsApart() {
        String project = project();
        user().get("/v1/projects/" + project)
                .then()
                .statusCode(200)
                .body(
                        "role", equalTo("OWNER"),
                        "totalImageNumber", equalTo(0),
                        "sharedWith", hasSize(0),
                        "deletedAt", nullValue());

        String stranger = signIn(UUID.randomUUID() + "@example.com");
        given().header("Authorization", "Bearer " + stranger)
                .get("/v1/projects/" + project)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("not_found"));
    }

    @Test
    void listsNewestFirstInPages() {
        String[] ids = {collection("a"), collection("b"), collection("c")};

        Response first = user().get("/v1/collections?limit=2");
        first.then().statusCode(200).body("items.id", contains(ids[2], ids[1]));
        user().queryParam("cursor", first.<String>path("nextCursor"))
                .queryParam("limit", 2)
                .get("/v1/collections")
                .then()
                .statusCode(200)
                .body("items.id", contains(ids[0]), "nextCursor", nullValue());
    }

    @Test
    void namesWhatIsWrongWithABody() {
        post("/v1/collections", "{\"name\": \"\", \"colour\": 1}")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("invalid_request"), "errors.field", contains("colour", "name"));
        post("/v1/collections", "{\"name\": ").then().statusCode(400).body("code", equalTo("invalid_json"));
        post("/v1/collections", "[]").then().statusCode(400);
        post("/v1/collections", "{\"name\": 7}").then().statusCode(400).body("errors[0].message", equalTo("is a text"));
    }

    @Test
    void answersWhatTheFrameworkRefusesAsProblems() {
        user().get("/v1/nothing/here").then().statusCode(404).contentType(PROBLEM);
        user().delete("/v1/collections")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .header("Allow", containsString("POST"));
        user().contentType("text/plain")
                .body("x")
                .post("/v1/collections")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
        user().get("/v1/projects/not-a-uuid").then().statusCode(400).body("errors[0].field", equalTo("id"));
        user().get("/v1/collections?limit=0").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        user().get("/v1/collections?cursor=%21").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void storesAPhotoAndServesItBySignedUrl() throws IOException {
        String product = product(project());
        byte[] jpeg = picture("jpg");

        String url = user().contentType("application/octet-stream")
                .body(jpeg)
                .put("/v1/products/" + product + "/images/upperFront")
                .then()
                .statusCode(200)
                .body("images.upperFront", startsWith("/v1/media/"))
                .extract()
                .path("images.upperFront");

        byte[] served = given().urlEncodingEnabled(false)
                .accept("application/json")
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        assertThat(served).isEqualTo(jpeg);
        given().urlEncodingEnabled(false)
                .header("Range", "bytes=0-9")
                .get(url)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 0-9/" + jpeg.length);
        given().get(url.substring(0, url.indexOf('?'))).then().statusCode(403).contentType(PROBLEM);
        given().urlEncodingEnabled(false).get(url + "A").then().statusCode(403);
        given().urlEncodingEnabled(false)
                .get(url.replace("/photos/", "/photos2/"))
                .then()
                .statusCode(403);
    }

    @Test
    void refusesWhatIsNoPhoto() throws IOException {
        String slot = "/v1/products/" + product(project()) + "/images/upperFront";
        byte[] jpeg = picture("jpg");
        byte[] png = picture("png");

        put(slot, "hello".getBytes()).then().statusCode(415).body("code", equalTo("not_an_image"));
        put(slot, Arrays.copyOf(jpeg, jpeg.length / 2)).then().statusCode(415).body("code", equalTo("not_an_image"));
        put(slot, Arrays.copyOf(png, png.length / 2)).then().statusCode(415).body("code", equalTo("not_an_image"));
        put(slot, bomb(png)).then().statusCode(413).body("detail", containsString("50 megapixels"));
        put(slot, Arrays.copyOf(jpeg, 20 * 1024 * 1024 + 1))
                .then()
                .statusCode(413)
                .body("code", equalTo("too_large"));
        put(slot.replace("upperFront", "hat"), jpeg)
                .then()
                .statusCode(400)
                .body("detail", containsString("upperFront, upperBack"));
    }

    @Test
    void keepsOnepieceApartFromUpperAndBottom() throws IOException {
        String product = product(project());
        put("/v1/products/" + product + "/images/upperFront", picture("jpg"))
                .then()
                .statusCode(200);
        put("/v1/products/" + product + "/images/onepieceFront", picture("jpg"))
                .then()
                .statusCode(422)
                .body("code", equalTo("onepiece_excludes"));
        user().delete("/v1/products/" + product + "/images/upperFront")
                .then()
                .statusCode(200)
                .body("images", equalTo(Map.of()));
    }

    @Test
    void acceptsAJobAndTellsOfIt() throws IOException {
        String project = project();
        String product = product(project);
        put("/v1/products/" + product + "/images/upperFront", picture("jpg"));

        Response submitted = post(
                "/v1/projects/" + project + "/vto-jobs",
                "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\", \"count\": 2, \"seed\": 42}");
        submitted
                .then()
                .statusCode(202)
                .body("status", equalTo("PENDING"))
                .body("spec.seed", equalTo(42), "spec.views", contains("FRONT"), "maxAttempts", equalTo(5))
                .body("spec.outfits[0].photos.upperFront", startsWith("/v1/media/"));
        String job = submitted.path("id");
        assertThat(submitted.header("Location")).endsWith("/v1/vto-jobs/" + job);

        user().get("/v1/vto-jobs/" + job).then().statusCode(200).body("queuePosition", notNullValue());
        user().get("/v1/projects/" + project + "/vto-jobs")
                .then()
                .statusCode(200)
                .body("items.id", contains(job));
        user().get("/v1/vto-jobs?status=PENDING&status=QUEUED&kind=IMAGE")
                .then()
                .body("items.id", contains(job));
        user().get("/v1/vto-jobs?status=FAILED").then().statusCode(200).body("items", hasSize(0));
        user().get("/v1/vto-jobs?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));

        user().post("/v1/vto-jobs/" + job + "/cancel").then().statusCode(202).body("status", equalTo("CANCELED"));
        user().post("/v1/vto-jobs/" + job + "/cancel").then().statusCode(200).body("status", equalTo("CANCELED"));
    }

    @Test
    void refusesJobsThatTheDataCannotFulfil() throws IOException {
        String project = project();
        String product = product(project);
        String jobs = "/v1/projects/" + project + "/vto-jobs";
        String image = "{\"kind\": \"IMAGE\", \"productId\": \"" + product + "\"";

        post(jobs, image + "}")
                .then()
                .statusCode(422)
                .body("code", equalTo("missing_photo"), "detail", containsString(product));
        put("/v1/products/" + product + "/images/upperFront", picture("jpg"));
        post(jobs, image + ", \"views\": [\"BACK\"]}")
                .then()
                .statusCode(422)
                .body("detail", containsString("upperBack"));
        post(jobs, image + ", \"priority\": 6}").then().statusCode(422).body("code", equalTo("priority_too_high"));
        post(jobs, "{\"kind\": \"VIDEO\"}").then().statusCode(422).body("code", equalTo("missing_image"));
        post(jobs, image + ", \"count\": 9}").then().statusCode(400).body("errors[0].field", equalTo("count"));
        post(jobs, image + ", \"tone\": \"FORMAL\"}").then().statusCode(400).body("errors[0].field", equalTo("tone"));
        post(jobs, "{}").then().statusCode(400).body("errors[0].field", equalTo("kind"));
    }

    private RequestSpecification user() {
        return given().header("Authorization", "Bearer " + token);
    }

    private Response post(String path, String body) {
        return user().contentType(ContentType.JSON).body(body).post(path);
    }

    private Response put(String path, byte[] body) {
        return user().contentType("image/jpeg").body(body).put(path);
    }

    private static String signIn(String email) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/v1/auth/dev")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");
    }

    private String collection(String name) {
        return post("/v1/collections", "{\"name\": \"" + name + "\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String project() {
        return post("/v1/collections/" + collection("Spring") + "/projects", "{\"name\": \"Lookbook\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String product(String project) {
        return post("/v1/projects/" + project + "/products", "{}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int y = 0; y < 400; y += 10) {
            pen.setColor(new Color(y % 256, (y * 7) % 256, (y * 13) % 256));
            pen.fillRect(y % 90, y, 200, 10);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** A PNG whose header claims 60000 x 60000 pixels. */
    private static byte[] bomb(byte[] png) {
        byte[] bomb = png.clone();
        for (int at : new int[] {16, 20}) {
            bomb[at] = 0;
            bomb[at + 1] = 0;
            bomb[at + 2] = (byte) 0xea;
            bomb[at + 3] = 0x60;
        }
        return bomb;
    }
}
