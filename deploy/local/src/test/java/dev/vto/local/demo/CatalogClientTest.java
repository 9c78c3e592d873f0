package dev.vto.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogClientTest {

    private ScriptedCatalog catalog;
    private CatalogClient client;

    @BeforeEach
    void start() throws IOException {
        catalog = new ScriptedCatalog();
        client = new CatalogClient(catalog.url(), "demo@example.com");
    }

    @AfterEach
    void stop() {
        catalog.close();
    }

    @Test
    void signsInWhenItsTokenIsNotTaken() throws InterruptedException {
        catalog.answers(401, "{}").answers(200, "{\"accessToken\": \"abc\"}").answers(201, "{\"id\": \"1\"}");

        assertThat(client.post("/v1/collections", Map.of("name", "Demo"))
                        .path("id")
                        .asText())
                .isEqualTo("1");

        assertThat(catalog.requests())
                .endsWith("POST /v1/auth/dev null", "POST /v1/collections Bearer abc")
                .hasSize(3);
    }

    @Test
    void signsInOnceARequestAlone() {
        catalog.answers(401, "{}")
                .answers(200, "{\"accessToken\": \"abc\"}")
                .answers(401, "{\"detail\": \"No.\", \"code\": \"unauthorized\"}");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> client.get("/v1/projects"))
                .withMessage("the catalog refused GET /v1/projects with 401: No. (unauthorized)");
    }

    @Test
    void tellsTheReasonOfARefusal() {
        catalog.answers(415, "{\"detail\": \"This JPEG picture is damaged or cut off.\", \"code\": \"not_an_image\"}");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> client.put("/v1/products/1/images/upperFront", new byte[] {1}))
                .withMessage("the catalog refused PUT /v1/products/1/images/upperFront with 415:"
                        + " This JPEG picture is damaged or cut off. (not_an_image)");
    }

    @Test
    void keepsSignaturesOutOfItsMessages() {
        catalog.answers(403, "no JSON");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> client.download("/v1/media/a/b.jpg?exp=1&sig=hidden"))
                .withMessage("the catalog refused GET /v1/media/a/b.jpg with 403: no reason given");
    }

    @Test
    void downloadsFromItsOwnCatalogWhateverTheHost() throws InterruptedException {
        catalog.answers(200, "bytes");

        assertThat(client.download("https://media.example.com/v1/media/a.jpg?exp=1&sig=s"))
                .asString()
                .isEqualTo("bytes");

        assertThat(catalog.requests()).containsExactly("GET /v1/media/a.jpg?exp=1&sig=s null");
    }

    @Test
    void makesUrlsThatOpenInABrowser() {
        assertThat(client.absolute("/v1/media/a.jpg")).isEqualTo(catalog.url().resolve("/v1/media/a.jpg"));
        assertThat(client.absolute("https://media.example.com/a.jpg"))
                .isEqualTo(URI.create("https://media.example.com/a.jpg"));
    }

    @Test
    void saysThatNobodyAnswers() {
        catalog.close();

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> client.get("/v1/projects"))
                .withMessageContaining("the catalog did not answer GET /v1/projects");
    }

    @Test
    void rejectsAnAnswerThatIsNoJson() {
        catalog.answers(200, "<html>");

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> client.get("/v1/projects"))
                .withMessage("the catalog's answer to /v1/projects is no JSON");
    }
}
