package dev.vto.fakes.fashn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FashnProtocolTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeBackend fake = FakeBackend.start(new FashnProtocol(), 0, "key", Duration.ofNanos(1), line -> {});

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void makesAPictureOfWhatItIsGiven() throws Exception {
        JsonNode accepted = JSON.readTree(run(body -> {}).body());

        JsonNode prediction =
                JSON.readTree(get("/v1/status/" + accepted.get("id").asText()).body());

        assertThat(prediction.get("status").asText()).isEqualTo("completed");
        assertThat(prediction.get("error").isNull()).isTrue();
        URI picture = URI.create(prediction.get("output").get(0).asText());
        assertThat(ImageIO.read(picture.toURL()).getWidth()).isPositive();
        assertThat(fake.submits()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "model_image, not-a-picture",
        "garment_image, data:image/png;base64,AAAA",
        "category, hats",
        "mode, slow",
        "seed, -1",
        "num_samples, 5",
        "surprise, 1"
    })
    void refusesWhatTheDocumentDoesNotAllow(String field, String value) throws Exception {
        HttpResponse<String> answer = run(body -> ((ObjectNode) body.get("inputs")).put(field, value));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("error").asText()).isEqualTo("BadRequest");
        assertThat(fake.submits()).isZero();
    }

    @Test
    void refusesBase64WithoutItsPrefix() throws Exception {
        assertThat(run(body -> ((ObjectNode) body.get("inputs")).put("model_image", base64()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAWrongKeyAndAnUnknownPrediction() throws Exception {
        assertThat(send(request("/v1/status/x").setHeader("Authorization", "Key key"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(get("/v1/status/x").statusCode()).isEqualTo(404);
        assertThat(get("/v1/cancel/x").statusCode()).isEqualTo(404);
    }

    @Test
    void meetsWithFaultsAsOftenAsItIsTold() throws Exception {
        fake.inject(Fault.RATE_LIMITED_WITH_HINT, Purpose.SUBMIT, 1);
        fake.inject(Fault.OUT_OF_CREDIT, Purpose.SUBMIT, 1);

        HttpResponse<String> first = run(body -> {});
        HttpResponse<String> second = run(body -> {});

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("1");
        assertThat(second.body()).contains("OutOfCredits");
        assertThat(run(body -> {}).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> run(Consumer<ObjectNode> change) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("model_name", "tryon-v1.6");
        body.putObject("inputs")
                .put("model_image", "data:image/png;base64," + base64())
                .put("garment_image", "data:image/png;base64," + base64())
                .put("category", "tops");
        change.accept(body);
        return send(request("/v1/run").POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(fake.url() + path)).header("Authorization", "Bearer key");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String base64() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
