package dev.vto.fakes.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Client;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicateProtocolTest {

    private static final String VERSION = "cuuupid/idm-vton:" + "0a".repeat(32);
    private static final Map<String, Object> INPUT =
            Map.of("human_img", Client.picture(), "garm_img", Client.picture(), "category", "upper_body");

    private final FakeBackend fake =
            FakeBackend.start(new ReplicateProtocol(), 0, "key", Duration.ofNanos(1), line -> {});
    private final Client client = new Client(fake, "Bearer key");

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void makesAPictureByAVersionOfAModel() throws Exception {
        Client.Answered created = client.send("POST", "/v1/predictions", Map.of("version", VERSION, "input", INPUT));

        JsonNode prediction = client.get(
                        "/v1/predictions/" + created.body().path("id").asText())
                .body();

        assertThat(created.status()).isEqualTo(201);
        assertThat(prediction.path("status").asText()).isEqualTo("succeeded");
        assertThat(prediction.path("logs").asText()).contains("100%|");
        URI picture = URI.create(prediction.path("output").asText());
        assertThat(ImageIO.read(picture.toURL()).getWidth()).isPositive();
    }

    @Test
    void stopsAPrediction() throws Exception {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        JsonNode created = client.send("POST", "/v1/models/fakes/try-on/predictions", Map.of("input", INPUT))
                .body();

        URI cancel = URI.create(created.path("urls").path("cancel").asText());
        assertThat(client.send("POST", cancel.getPath(), Map.of())
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("canceled");
    }

    @ParameterizedTest
    @CsvSource({"human_img, not-a-picture", "category, hats", "seed, -1", "surprise, 1"})
    void refusesWhatTheModelDoesNotTake(String name, String value) throws Exception {
        Map<String, Object> input = new HashMap<>(INPUT);
        input.put(name, value);

        assertThat(client.send("POST", "/v1/predictions", Map.of("version", VERSION, "input", input))
                        .status())
                .isEqualTo(422);
        assertThat(fake.submits()).isZero();
    }

    @Test
    void refusesLongDataUrls() throws Exception {
        Map<String, Object> input = new HashMap<>(INPUT);
        input.put("garm_img", "data:image/png;base64," + "A".repeat(256_000));

        assertThat(client.send("POST", "/v1/predictions", Map.of("version", VERSION, "input", input))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void tellsOfficialModelsFromThoseWithVersions() throws Exception {
        assertThat(client.send("POST", "/v1/predictions", Map.of("version", "fakes/try-on:latest", "input", INPUT))
                        .status())
                .isEqualTo(422);
        assertThat(client.send("POST", "/v1/models/cuuupid/idm-vton/predictions", Map.of("input", INPUT))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesAWrongKeyAndAnUnknownPrediction() throws Exception {
        assertThat(new Client(fake, "Bearer other").get("/v1/predictions/x").status())
                .isEqualTo(401);
        assertThat(client.get("/v1/predictions/x").status()).isEqualTo(404);
    }
}
