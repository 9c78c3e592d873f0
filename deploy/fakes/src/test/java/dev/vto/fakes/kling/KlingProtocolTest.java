package dev.vto.fakes.kling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Client;
import dev.vto.fakes.Client.Answered;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlingProtocolTest {

    private static final String TRY_ON = "/v1/images/kolors-virtual-try-on";
    private static final String VIDEO = "/v1/videos/image2video";
    private static final String GOOD = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2001-02-03T04:05:06Z"), ZoneOffset.UTC);

    private final FakeBackend fake = FakeBackend.start(new KlingProtocol(), "key", Duration.ofNanos(1), CLOCK);
    private final Client client = new Client(fake, "Bearer " + token(GOOD, KlingProtocol.ACCESS_KEY, -5, 60, "key"));

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void makesAPictureOfWhatItIsGiven() throws Exception {
        JsonNode created = client.send("POST", TRY_ON, tryOn()).body();
        assertThat(created.path("code").asInt(-1)).isZero();
        assertThat(created.at("/data/task_status").asText()).isEqualTo("submitted");
        assertThat(created.at("/data/created_at").asLong()).isEqualTo(CLOCK.millis());

        JsonNode task = client.get(TRY_ON + "/" + created.at("/data/task_id").asText())
                .body()
                .get("data");

        assertThat(task.get("task_status").asText()).isEqualTo("succeed");
        URI picture = URI.create(task.at("/task_result/images/0/url").asText());
        assertThat(ImageIO.read(picture.toURL()).getWidth()).isPositive();
    }

    @Test
    void findsATaskByTheNameOfTheClientAndTakesNoSecondOfThatName() throws Exception {
        Map<String, Object> input = with(tryOn(), "external_task_id", "mine");
        String id =
                client.send("POST", TRY_ON, input).body().at("/data/task_id").asText();

        assertThat(client.get(TRY_ON + "/mine").body().at("/data/task_id").asText())
                .isEqualTo(id);
        assertRefused(client.send("POST", TRY_ON, input), 400, 1201);
        assertThat(fake.submits()).isEqualTo(1);
    }

    @Test
    void findsNoPictureAmongVideos() throws Exception {
        String id =
                client.send("POST", VIDEO, video()).body().at("/data/task_id").asText();

        assertThat(client.get(VIDEO + "/" + id)
                        .body()
                        .at("/data/task_result/videos/0/url")
                        .asText())
                .endsWith(".mp4");
        assertRefused(client.get(TRY_ON + "/" + id), 404, 1203);
        assertRefused(client.get(VIDEO + "/1"), 404, 1203);
    }

    @ParameterizedTest
    @CsvSource({
        "human_image, 400, 1201, data:image/png;base64,AAAA",
        "cloth_image, 400, 1201, AAAA",
        "surprise, 400, 1201, 1",
        "model_name, 404, 1203, kolors-virtual-try-on-v9"
    })
    void refusesATryOnThatTheReferenceDoesNotAllow(String field, int status, int code, String value) throws Exception {
        assertRefused(client.send("POST", TRY_ON, with(tryOn(), field, value)), status, code);
        assertThat(fake.submits()).isZero();
    }

    @Test
    void refusesAPictureThatIsTooSmall() throws Exception {
        assertRefused(client.send("POST", TRY_ON, with(tryOn(), "human_image", Client.base64(299, 400))), 400, 1201);
    }

    @Test
    void refusesAVideoThatTheReferenceDoesNotAllow() throws Exception {
        assertRefused(client.send("POST", VIDEO, with(video(), "duration", 5)), 400, 1201);
        assertRefused(client.send("POST", VIDEO, with(video(), "mode", "fast")), 400, 1201);
        assertRefused(client.send("POST", VIDEO, with(video(), "cfg_scale", 2)), 400, 1201);
        assertRefused(client.send("POST", VIDEO, with(video(), "prompt", "x".repeat(2501))), 400, 1201);
        assertThat(fake.submits()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "JWT, fake-access-key, -5, 60, other, 1002",
        "JWT, somebody-else, -5, 60, key, 1002",
        "'', fake-access-key, -5, 60, key, 1002",
        "JWT, fake-access-key, 30, 60, key, 1003",
        "JWT, fake-access-key, -60, -5, key, 1004"
    })
    void refusesATokenThatIsNotGoodNow(String type, String issuer, int from, int until, String secret, int code)
            throws Exception {
        String header = type.isEmpty() ? "{\"alg\":\"HS256\"}" : GOOD;
        Client other = new Client(fake, "Bearer " + token(header, issuer, from, until, secret));

        assertRefused(other.get(TRY_ON + "/1"), 401, code);
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        assertRefused(new Client(fake, "Bearer key").get(TRY_ON + "/1"), 401, 1002);
    }

    @Test
    void saysInItsBodyWhatIsBehindAStatus() throws Exception {
        fake.inject(Fault.BUSY, Purpose.SUBMIT, 1);
        fake.inject(Fault.OUT_OF_CREDIT, Purpose.SUBMIT, 1);

        assertRefused(client.send("POST", TRY_ON, tryOn()), 429, 1303);
        assertRefused(client.send("POST", TRY_ON, tryOn()), 429, 1102);
    }

    private static void assertRefused(Answered answered, int status, int code) {
        assertThat(answered.status()).isEqualTo(status);
        assertThat(answered.body().get("code").asInt()).isEqualTo(code);
    }

    private static Map<String, Object> tryOn() {
        return Map.of(
                "model_name",
                "kolors-virtual-try-on-v1-5",
                "human_image",
                Client.base64(300, 400),
                "cloth_image",
                Client.base64(300, 400));
    }

    private static Map<String, Object> video() {
        return Map.of("model_name", "kling-v1-6", "image", Client.base64(300, 400), "duration", "5");
    }

    private static Map<String, Object> with(Map<String, Object> input, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(input);
        changed.put(field, value);
        return changed;
    }

    /** Times are in seconds from what the clock says. */
    private static String token(String header, String issuer, int from, int until, String secret) {
        long now = CLOCK.instant().getEpochSecond();
        String claims = "{\"iss\":\"%s\",\"nbf\":%d,\"exp\":%d}".formatted(issuer, now + from, now + until);
        String signed =
                url(header.getBytes(StandardCharsets.UTF_8)) + "." + url(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + url(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
