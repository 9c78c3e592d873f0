package dev.vto.fakes.cog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Client;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CogProtocolTest {

    private static final Map<String, Object> INPUT =
            Map.of("human_img", Client.picture(), "garm_img", Client.picture(), "category", "upper_body");
    private static final Map<String, Object> BODY = Map.of("input", INPUT);

    private final FakeBackend fake = FakeBackend.start(new CogProtocol(), 0, "key", Duration.ofMillis(2), line -> {});
    private final Client client = new Client(fake, "");

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void answersWhenThePictureIsMade() throws Exception {
        Client.Answered answer = client.send("PUT", "/predictions/a", BODY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("succeeded");
        String output = answer.body().path("output").asText();
        assertThat(output).startsWith("data:image/png;base64,");
        byte[] png = Base64.getDecoder().decode(output.substring(output.indexOf(',') + 1));
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isPositive();
    }

    @Test
    void saysOfAPredictionThatRunsOnlyWhereItIs() throws Exception {
        begin("a");

        Client.Answered again = client.send("PUT", "/predictions/a", BODY);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().path("status").asText()).isIn("starting", "processing");
        assertThat(fake.submits()).isEqualTo(1);
    }

    @Test
    void runsOneAtATime() throws Exception {
        begin("a");

        assertThat(client.send("PUT", "/predictions/b", BODY).status()).isEqualTo(409);
        assertThat(client.send("POST", "/predictions/a/cancel", Map.of()).status())
                .isEqualTo(200);

        assertThat(client.send("PUT", "/predictions/b", BODY).status()).isEqualTo(200);
    }

    @Test
    void hasForgottenAPredictionThatIsOver() throws Exception {
        client.send("PUT", "/predictions/a", BODY);

        assertThat(client.send("POST", "/predictions/a/cancel", Map.of()).status())
                .isEqualTo(404);
        assertThat(client.send("PUT", "/predictions/a", BODY).status()).isEqualTo(200);
        assertThat(fake.submits()).as("it was made again").isEqualTo(2);
    }

    /** Where it is slow, the asker has gone before its request is held. */
    @ParameterizedTest
    @EnumSource(names = {"ENDLESS", "SLOW"})
    void stopsWhatItsAskerNoLongerWaitsFor(Fault fault) throws Exception {
        try (FakeBackend lengthy = FakeBackend.start(new CogProtocol(), 0, "key", Duration.ofMinutes(1), line -> {})) {
            lengthy.inject(fault, Purpose.SUBMIT, 1);
            CompletableFuture<HttpResponse<String>> waiting = HttpClient.newHttpClient()
                    .sendAsync(
                            HttpRequest.newBuilder(URI.create(lengthy.url() + "/predictions/a"))
                                    .PUT(HttpRequest.BodyPublishers.ofString(Client.json(BODY)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            until(() -> lengthy.running() == 1);

            waiting.cancel(true);

            until(() -> lengthy.running() == 0);
            assertThat(lengthy.cancels()).isZero();
        }
    }

    @Test
    void tellsOfAFailureOfTheModelBy200() throws Exception {
        fake.inject(Fault.MODERATED, Purpose.SUBMIT, 1);

        Client.Answered answer = client.send("PUT", "/predictions/a", BODY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("failed");
        assertThat(answer.body().path("error").asText()).contains("NSFW");
    }

    @ParameterizedTest
    @CsvSource({"human_img, not-a-picture", "category, hats", "seed, -1", "surprise, 1"})
    void refusesWhatTheModelDoesNotTake(String name, String value) throws Exception {
        Map<String, Object> input = new HashMap<>(INPUT);
        input.put(name, value);

        Client.Answered answer = client.send("PUT", "/predictions/a", Map.of("input", input));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("detail").path(0).path("msg").asText()).isNotBlank();
        assertThat(fake.submits()).isZero();
    }

    @Test
    void refusesAnotherIdThanThatOfItsPath() throws Exception {
        assertThat(client.send("PUT", "/predictions/a", Map.of("id", "b", "input", INPUT))
                        .status())
                .isEqualTo(422);
    }

    /** Begins a prediction that does not end by itself, and does not wait for it. */
    private void begin(String id) throws Exception {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        assertThat(client.send("PUT", "/predictions/" + id, BODY, "Prefer", "respond-async")
                        .status())
                .isEqualTo(202);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
