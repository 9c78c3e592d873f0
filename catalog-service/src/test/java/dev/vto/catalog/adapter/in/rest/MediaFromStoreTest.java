package dev.vto.catalog.adapter.in.rest;

import static com.jayway.jsonpath.matchers.JsonPathMatchers.hasJsonPath;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vto.catalog.adapter.out.media.SignedUrls;
import dev.vto.shared.adapter.media.MediaFinder;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of files holds where they are in a store, too. */
class MediaFromStoreTest {

    private static final MediaKey KEY = new MediaKey("owner/photos/a.jpg");
    private static final Buffer FILE = Buffer.buffer("0123456789");

    private final Vertx vertx = Vertx.vertx();
    private final SignedUrls urls = new SignedUrls("a-secret-of-32-characters-or-more", "", Clock.systemUTC());
    private HttpServer store;
    private HttpServer catalog;

    @BeforeEach
    void open() {
        store = got(vertx.createHttpServer()
                .requestHandler(request -> {
                    String[] ends = request.getHeader("Range")
                            .substring("bytes=".length())
                            .split("-");
                    request.response()
                            .setStatusCode(206)
                            .putHeader("ETag", "\"of-the-store\"")
                            .putHeader("Content-Type", "binary/octet-stream")
                            .end(FILE.slice(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1));
                })
                .listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() {
        got(vertx.close());
    }

    @Test
    void answersAsFromADisk() {
        URI source = URI.create("http://127.0.0.1:" + store.actualPort() + "/bucket/a?X-Amz-Signature=1");
        serve(key -> Optional.of(new MediaFinder.Found(FILE.length(), source)));

        String tag = asked().get(url())
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Content-Length", "10")
                .body(equalTo("0123456789"))
                .extract()
                .header("ETag");
        asked().header("Range", "bytes=2-4")
                .get(url())
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 2-4/10")
                .header("ETag", tag)
                .body(equalTo("234"));
        asked().header("If-None-Match", tag).get(url()).then().statusCode(304);
        assertThat(tag).isNotEqualTo("\"of-the-store\"");
    }

    @Test
    void saysThatTheStoreCannotBeReached() {
        serve(key -> {
            throw new IOException("timeout");
        });

        assertUnavailable();
    }

    @Test
    void saysThatTheStoreDoesNotGiveAFileThatItHas() {
        URI source = URI.create("http://127.0.0.1:" + store.actualPort() + "/bucket/a?X-Amz-Signature=1");
        serve(key -> Optional.of(new MediaFinder.Found(FILE.length(), source)));
        got(store.close());

        assertUnavailable();
    }

    private void assertUnavailable() {
        asked().header("Range", "bytes=2-4")
                .get(url())
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("ETag", nullValue())
                .header("Content-Range", nullValue())
                .header("Cache-Control", "no-store")
                .body(hasJsonPath("$.code", equalTo("media_store_unavailable")));
    }

    private void serve(MediaFinder files) {
        MediaResource resource = new MediaResource(files, urls, Clock.systemUTC(), vertx);
        Router router = Router.router(vertx);
        router.get(SignedUrls.PATH + "*").blockingHandler(resource::serve);
        catalog = got(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private RequestSpecification asked() {
        return given().urlEncodingEnabled(false).baseUri("http://127.0.0.1").port(catalog.actualPort());
    }

    private String url() {
        return urls.urlOf(PhotoRef.stored(KEY));
    }

    private static <T> T got(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }
}
