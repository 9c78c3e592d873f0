package dev.vto.catalog.adapter.in.rest;

import static dev.vto.catalog.adapter.in.rest.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.startsWith;

import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.fixture.Fixtures;
import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class MediaResourceTest {

    @Inject
    MediaUrls urls;

    private final byte[] jpeg = Pictures.jpeg();
    private String url;

    @BeforeEach
    void storeAPhoto() {
        url = Seller.signIn().upload(jpeg);
    }

    @Test
    void servesAFileWithoutATokenWhateverAcceptSays() {
        byte[] served = unencoded()
                .accept("application/json")
                .get(url)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .header("Cache-Control", startsWith("private, immutable, max-age="))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();

        assertThat(served).isEqualTo(jpeg);
    }

    @Test
    void sendsNothingThatTheClientHasAlready() {
        String tag = unencoded().get(url).header("ETag");

        unencoded().header("If-None-Match", tag).get(url).then().statusCode(304).body(emptyString());
        unencoded().header("If-None-Match", "\"other\"").get(url).then().statusCode(200);
    }

    @Test
    void servesAPart() {
        byte[] part = unencoded()
                .header("Range", "bytes=10-19")
                .get(url)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + jpeg.length)
                .extract()
                .asByteArray();

        assertThat(part).isEqualTo(Arrays.copyOfRange(jpeg, 10, 20));
        assertProblem(unencoded().header("Range", "bytes=" + jpeg.length + "-").get(url), 416, "range_not_satisfiable")
                .header("Content-Range", "bytes */" + jpeg.length);
    }

    @Test
    void tellsTheSizeWithoutSendingTheFile() {
        unencoded()
                .head(url)
                .then()
                .statusCode(200)
                .header("Content-Length", Integer.toString(jpeg.length))
                .body(emptyString());
    }

    @Test
    void servesNothingWithoutAValidSignature() {
        String bare = url.substring(0, url.indexOf('?'));

        assertForbidden(bare);
        assertForbidden(bare + "?exp=1&sig=");
        assertForbidden(bare + "?exp=soon&sig=AAAA");
        assertForbidden(url + "A");
        assertForbidden(url.replace("exp=", "exp=9"));
        assertForbidden(url.replace("/photos/", "/photos2/"));
        assertForbidden("/v1/media/?exp=1&sig=AAAA");
        assertForbidden("/v1/media/a/%2e%2e/b?exp=1&sig=AAAA");
    }

    @Test
    void findsNoFileThatWasNeverStored() {
        String signed = urls.urlOf(Fixtures.aPhotoOf(Fixtures.aUserId()));

        assertProblem(unencoded().get(signed), 404, "not_found");
    }

    @Test
    void isOnlyRead() {
        assertProblem(unencoded().delete(url), 405, "method_not_allowed").header("Allow", containsString("GET"));
    }

    private static void assertForbidden(String url) {
        assertProblem(unencoded().get(url), 403, "forbidden");
    }

    private static RequestSpecification unencoded() {
        return given().urlEncodingEnabled(false);
    }
}
