package dev.vto.catalog.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.Pictures;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.media.PhotoLimits;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Up to 32 MB a body is read to its end, so that its sender sees why it is refused. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
class LargeBodyTest {

    private static final long READ_TO_ITS_END = 32L * 1024 * 1024;

    @TestHTTPResource
    URI catalog;

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signIn();
    }

    @Test
    void isNoPhoto() throws Exception {
        String slot = "/v1/products/" + seller.product(seller.project()) + "/images/upperFront";

        assertTooLarge("PUT", slot, "image/jpeg", PhotoLimits.MAX_BYTES + 1, "A photo has at most 20 MB.");
    }

    @Test
    void isNoUpload() throws Exception {
        assertTooLarge("POST", "/v1/uploads", "image/jpeg", READ_TO_ITS_END, "A photo has at most 20 MB.");
    }

    @Test
    void isNoJson() throws Exception {
        assertTooLarge(
                "POST",
                "/v1/collections",
                "application/json",
                READ_TO_ITS_END,
                "A JSON body has at most 65536 characters.");
    }

    @Test
    void isNotWaitedForByAThreadWhereItComesInPieces() throws IOException {
        String piece = "x".repeat(64 * 1024);
        try (Socket socket = new Socket(catalog.getHost(), catalog.getPort())) {
            socket.setSoTimeout(30_000);
            Writer request = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
            request.write(String.join(
                    "\r\n",
                    "POST /v1/auth/refresh HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "",
                    ""));
            for (long sent = 0; sent < BodyLimit.JSON; sent += piece.length()) {
                request.write(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
            }
            request.flush();
            request.write("1\r\nx\r\n");
            request.flush();

            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine())
                    .isEqualTo("HTTP/1.1 413 Request Entity Too Large");
        }
    }

    private void assertTooLarge(String method, String path, String type, long size, String detail)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(catalog.resolve(path))
                .header("Authorization", "Bearer " + seller.token())
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Pictures.padded(Pictures.jpeg(), size)))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        JsonObject problem = new JsonObject(answer.body());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem.getString("code")).isEqualTo("too_large");
        assertThat(problem.getString("detail")).isEqualTo(detail);
    }
}
