package dev.vto.fakes.fal;

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

class FalProtocolTest {

    private static final String MODEL = "/fal-ai/cat-vton";
    private static final Map<String, Object> INPUT =
            Map.of("human_image_url", Client.picture(), "garment_image_url", Client.picture(), "cloth_type", "upper");

    private final FakeBackend fake = FakeBackend.start(new FalProtocol(), 0, "key", Duration.ofNanos(1), line -> {});
    private final Client client = new Client(fake, "Key key");

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void answersBelowTheUrlThatItGives() throws Exception {
        JsonNode accepted = client.send("POST", MODEL, INPUT).body();
        String request = path(accepted, "response_url");

        Client.Answered status = client.get(request + "/status?logs=1");
        JsonNode result = client.get(request).body();

        assertThat(accepted.path("status").asText()).isEqualTo("IN_QUEUE");
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.body().path("status").asText()).isEqualTo("COMPLETED");
        assertThat(status.body().path("logs").size()).isEqualTo(3);
        URI picture = URI.create(result.path("image").path("url").asText());
        assertThat(ImageIO.read(picture.toURL()).getWidth()).isPositive();
    }

    @Test
    void saysThatARequestGoesOnUntilItIsStopped() throws Exception {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        JsonNode accepted = client.send("POST", MODEL, INPUT).body();
        String request = path(accepted, "response_url");

        assertThat(client.get(request + "/status").status()).isEqualTo(202);
        assertThat(client.get(request).status()).isEqualTo(400);
        assertThat(client.send("PUT", path(accepted, "cancel_url"), Map.of()).status())
                .isEqualTo(202);

        assertThat(client.get(request).body().path("error_type").asText()).isEqualTo("client_cancelled");
    }

    @Test
    void saysInPlaceOfTheResultWhatWentWrong() throws Exception {
        fake.inject(Fault.MODERATED, Purpose.SUBMIT, 1);
        String request = path(client.send("POST", MODEL, INPUT).body(), "response_url");

        assertThat(client.get(request + "/status").body().path("status").asText())
                .isEqualTo("COMPLETED");
        Client.Answered result = client.get(request);
        assertThat(result.status()).isEqualTo(422);
        assertThat(result.body().path("detail").path(0).path("type").asText()).isEqualTo("content_policy_violation");
    }

    @ParameterizedTest
    @CsvSource({"human_image_url, not-a-picture", "human_image_url,", "cloth_type, hat", "surprise, 1", "seed, -1"})
    void refusesWhatTheModelDoesNotTake(String field, String value) throws Exception {
        Map<String, Object> input = new HashMap<>(INPUT);
        input.put(field, value);

        Client.Answered answer = client.send("POST", MODEL, input);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").isArray()).isTrue();
        assertThat(fake.submits()).isZero();
    }

    @Test
    void refusesAWrongSchemeAndWhatItDoesNotHave() throws Exception {
        assertThat(new Client(fake, "Bearer key").send("POST", MODEL, INPUT).status())
                .isEqualTo(401);
        assertThat(client.send("POST", "/fal-ai/hats", INPUT).status()).isEqualTo(404);
        assertThat(client.get(MODEL + "/requests/x/status").status()).isEqualTo(404);
        String request = path(client.send("POST", MODEL, INPUT).body(), "response_url");
        assertThat(client.get(request.replace("cat-vton", "leffa")).status())
                .as("another app's request")
                .isEqualTo(404);
    }

    private static String path(JsonNode accepted, String field) {
        return URI.create(accepted.path(field).asText()).getPath();
    }
}
