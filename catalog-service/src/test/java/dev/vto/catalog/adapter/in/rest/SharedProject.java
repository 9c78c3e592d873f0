package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.fixture.Fixtures.aResult;
import static dev.vto.catalog.fixture.JsonAnswers.textAt;
import static io.restassured.RestAssured.given;

import dev.vto.catalog.adapter.out.postgres.PostgresCatalog;
import dev.vto.catalog.domain.product.Product;
import dev.vto.catalog.domain.project.Project;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A project that its owner shares with a viewer and an editor, and what it holds: each made when it is asked for. */
final class SharedProject {

    private static final Pattern PLACEHOLDER = Pattern.compile("<(\\w+)>");

    private final PostgresCatalog catalog;
    private final Seller owner = Seller.signIn();
    private final Map<String, String> made = new HashMap<>();
    private final Map<String, Seller> guests = new HashMap<>();

    SharedProject(PostgresCatalog catalog) {
        this.catalog = catalog;
    }

    Seller owner() {
        return owner;
    }

    /** The guest who has this role. */
    Seller guest(String role) {
        return guests.computeIfAbsent(role, missing -> {
            Seller guest = Seller.signIn();
            owner.post(
                            "/v1/projects/" + value("project") + "/shares",
                            "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(guest.email(), role))
                    .then()
                    .statusCode(201);
            return guest;
        });
    }

    /** Puts what the text names in angle brackets, as {@code <letter>}, in its place. */
    String fill(String text, Seller me) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(
                        name.group(1).equals("me") ? me.id().toString() : value(name.group(1))));
    }

    private String value(String name) {
        String known = made.get(name);
        if (known == null) {
            known = maker(name).get();
            made.put(name, known);
        }
        return known;
    }

    private Supplier<String> maker(String name) {
        return switch (name) {
            case "collection" -> owner::collection;
            case "otherCollection" -> owner::collection;
            case "project" ->
                () -> owner.projectIn(value("collection"), "Lookbook").toString();
            case "viewer" -> () -> guest("VIEWER").id().toString();
            case "email" -> () -> Seller.signIn().email();
            case "product" -> () -> owner.product(project(), value("slot"));
            case "image" ->
                () -> catalog.given(aResult().in(found()).of(product()).image())
                        .id()
                        .toString();
            case "video" ->
                () -> catalog.given(aResult().in(found()).of(product()).video())
                        .id()
                        .toString();
            case "letter" ->
                () -> catalog.given(aResult().in(found()).of(product()).letter())
                        .id()
                        .toString();
            case "job" -> this::job;
            case "canceledJob" -> this::canceledJob;
            case "deletedCollection" -> () -> deleted("collections", value("otherCollection"));
            case "deletedProject" -> () -> deleted("projects", value("project"));
            case "deletedProduct" -> () -> deleted("products", value("product"));
            case "deletedImage" -> () -> deleted("images", value("image"));
            case "deletedVideo" -> () -> deleted("videos", value("video"));
            case "deletedLetter" -> () -> deleted("letters", value("letter"));
            case "refreshToken" -> this::refreshToken;
            case "signedMedia" -> this::signedMedia;
            case "slot" -> () -> "upperFront";
            case "provider" -> () -> "google";
            default -> throw new IllegalArgumentException("nothing here is called " + name);
        };
    }

    private ProjectId project() {
        return new ProjectId(UUID.fromString(value("project")));
    }

    private Project found() {
        return catalog.await(catalog.projects().find(project())).orElseThrow();
    }

    private Product product() {
        ProductId id = new ProductId(UUID.fromString(value("product")));
        return catalog.await(catalog.products().find(id)).orElseThrow();
    }

    private String job() {
        value("product");
        return owner.job(project(), "{\"kind\": \"IMAGE\"}");
    }

    private String canceledJob() {
        String job = value("job");
        owner.post("/v1/vto-jobs/" + job + "/cancel", "").then().statusCode(202);
        return job;
    }

    private String deleted(String kind, String id) {
        owner.delete("/v1/" + kind + "/" + id).then().statusCode(204);
        return id;
    }

    private String refreshToken() {
        return textAt(
                given().contentType(ContentType.JSON)
                        .body(Map.of("email", owner.email()))
                        .post("/v1/auth/dev")
                        .then()
                        .statusCode(200)
                        .extract(),
                "$.refreshToken");
    }

    private String signedMedia() {
        return owner.upload(Pictures.jpeg()).substring("/v1/media/".length());
    }
}
