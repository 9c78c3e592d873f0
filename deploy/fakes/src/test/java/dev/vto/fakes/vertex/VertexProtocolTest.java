package dev.vto.fakes.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.fakes.Client;
import dev.vto.fakes.Client.Answered;
import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertexProtocolTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL =
            "/v1/projects/fake-project/locations/us-central1/publishers/google/models/virtual-try-on-001:predict";
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2001-02-03T04:05:06Z"), ZoneOffset.UTC);

    private final FakeBackend fake = FakeBackend.start(new VertexProtocol(), "key", Duration.ofNanos(1), CLOCK);
    private final Client client = new Client(fake, "Bearer ya29.key");

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void answersAPicture() throws Exception {
        JsonNode prediction = predict(Map.of("sampleCount", 1)).body().at("/predictions/0");

        byte[] picture =
                Base64.getDecoder().decode(prediction.get("bytesBase64Encoded").asText());
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isPositive();
        assertThat(fake.submits()).isEqualTo(1);
    }

    @Test
    void leavesAPictureWhereItIsToldTo() throws Exception {
        String at = predict(Map.of("storageUri", "gs://bucket/a folder"))
                .body()
                .at("/predictions/0/gcsUri")
                .asText();
        assertThat(at).startsWith("gs://bucket/a folder/").endsWith(".png");

        String object = URLEncoder.encode(at.substring("gs://bucket/".length()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                stored("GET", object + "?alt=media").body()))
                        .getWidth())
                .isPositive();
        assertThat(stored("DELETE", object).statusCode()).isEqualTo(204);
        assertThat(stored("GET", object + "?alt=media").statusCode()).isEqualTo(404);
        assertThat(stored("DELETE", object).statusCode()).isEqualTo(404);
        assertThat(client.get("/storage/v1/b/bucket/o/none.png?alt=media").status())
                .isEqualTo(404);
    }

    @Test
    void saysWhyAPictureIsWithheld() throws Exception {
        fake.inject(Fault.MODERATED, Purpose.SUBMIT, 1);

        Answered answered = predict(Map.of());

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.body().at("/predictions/0/raiFilteredReason").asText())
                .contains("Support codes");
    }

    @ParameterizedTest
    @CsvSource({
        "sampleCount, 5",
        "seed, 0",
        "seed, 7",
        "safetySetting, '\"none\"'",
        "personGeneration, '\"all\"'",
        "storageUri, '\"s3://bucket\"'",
        "outputOptions, '{\"mimeType\":\"image/gif\"}'",
        "surprise, 1"
    })
    void refusesParametersThatAreNotAllowed(String name, String value) throws Exception {
        Answered answered = predict(Map.of(name, JSON.readTree(value)));

        assertThat(answered.status()).isEqualTo(400);
        assertThat(answered.body().at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(fake.submits()).isZero();
    }

    @Test
    void takesASeedWithoutWatermark() throws Exception {
        assertThat(predict(Map.of("seed", 7, "addWatermark", false)).status()).isEqualTo(200);
    }

    @Test
    void takesOneGarment() throws Exception {
        Map<String, ?> image = image();

        assertThat(client.send(
                                "POST",
                                MODEL,
                                Map.of(
                                        "instances",
                                        List.of(Map.of("personImage", image, "productImages", List.of(image, image)))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void knowsNoOtherModelAndNoOtherToken() throws Exception {
        assertThat(client.send("POST", MODEL.replace("001", "002"), Map.of()).status())
                .isEqualTo(404);
        assertThat(new Client(fake, "Bearer key").send("POST", MODEL, Map.of()).status())
                .isEqualTo(401);
    }

    @Test
    void givesATokenForWhatItsKeyHasSigned() throws Exception {
        JsonNode account = client.get("/service-account.json").body();
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder()
                        .decode(account.get("private_key").asText().replaceAll("-----[A-Z ]+-----", ""))));
        long now = CLOCK.instant().getEpochSecond();

        JsonNode granted = JSON.readTree(token(assertion(account, key, SCOPE, now + 60)));

        assertThat(granted.get("access_token").asText()).isEqualTo("ya29.key");
        assertThat(token(assertion(account, key, "openid", now + 60))).contains("invalid_grant");
        assertThat(token(assertion(account, key, SCOPE, now - 60))).contains("invalid_grant");
        assertThat(token(assertion(account, key, SCOPE, now + 60) + "AAAA")).contains("invalid_grant");
    }

    private HttpResponse<byte[]> stored(String method, String object) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(fake.url() + "/storage/v1/b/bucket/o/" + object))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer ya29.key"));
    }

    private String token(String assertion) throws Exception {
        String form =
                "grant_type=" + URLEncoder.encode("urn:ietf:params:oauth:grant-type:jwt-bearer", StandardCharsets.UTF_8)
                        + "&assertion=" + assertion;
        return new String(
                send(HttpRequest.newBuilder(URI.create(fake.url() + "/token"))
                                .POST(HttpRequest.BodyPublishers.ofString(form)))
                        .body(),
                StandardCharsets.UTF_8);
    }

    private static String assertion(JsonNode account, PrivateKey key, String scope, long until) throws Exception {
        Map<String, Object> header = Map.of(
                "alg",
                "RS256",
                "typ",
                "JWT",
                "kid",
                account.get("private_key_id").asText());
        Map<String, Object> claims = Map.of(
                "iss",
                account.get("client_email").asText(),
                "aud",
                "https://oauth2.googleapis.com/token",
                "scope",
                scope,
                "exp",
                until);
        String signed = url(JSON.writeValueAsBytes(header)) + "." + url(JSON.writeValueAsBytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + url(signature.sign());
    }

    private Answered predict(Map<String, ?> parameters) throws Exception {
        return client.send(
                "POST",
                MODEL,
                Map.of(
                        "instances",
                        List.of(Map.of("personImage", image(), "productImages", List.of(image()))),
                        "parameters",
                        parameters));
    }

    private static Map<String, ?> image() {
        return Map.of("image", Map.of("bytesBase64Encoded", Client.base64(30, 40)));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
