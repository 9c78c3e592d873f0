package dev.vto.fakes.vertex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Jwt;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A service account of Google Cloud, and the server that gives it access tokens for what its key has signed (RFC 7523, as
 * Google's "Using OAuth 2.0 for Server to Server Applications" has it).
 */
public final class FakeServiceAccount {

    static final String PROJECT = "fake-project";
    static final String TOKEN = "/token";

    private static final String EMAIL = "vto@" + PROJECT + ".iam.gserviceaccount.com";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
    private static final int LIFETIME = 3599;

    /** Whatever the address of the server. */
    private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One for all fakes of a process. */
    private static final KeyPair KEYS = keys();

    private FakeServiceAccount() {}

    /**
     * The file that Google's console hands out.
     *
     * @param url of the fake
     * @param key what the fake knows its clients by
     */
    public static String file(String url, String key) {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        try {
            return JSON.writeValueAsString(Map.of(
                    "type", "service_account",
                    "project_id", PROJECT,
                    "private_key_id", key,
                    "private_key", pem,
                    "client_email", EMAIL,
                    "client_id", "100000000000000000000",
                    "token_uri", url + TOKEN));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token by which a fake with this key knows its clients. */
    static String accessToken(String key) {
        return "ya29." + key;
    }

    /** Answers a request for a token. */
    static Answer token(Request request, Backstage backstage) {
        Map<String, String> form = form(request);
        boolean granted = GRANT.equals(form.get("grant_type"))
                && Jwt.read(form.getOrDefault("assertion", ""))
                        .filter(jwt -> isGood(jwt, backstage))
                        .isPresent();
        return granted
                ? Answer.json(
                        200,
                        Map.of(
                                "access_token",
                                accessToken(backstage.key()),
                                "expires_in",
                                LIFETIME,
                                "token_type",
                                "Bearer"))
                : Answer.json(400, Map.of("error", "invalid_grant", "error_description", "Invalid JWT Signature."));
    }

    private static boolean isGood(Jwt jwt, Backstage backstage) {
        long now = backstage.clock().instant().getEpochSecond();
        long until = jwt.claims().path("exp").asLong();
        return jwt.isSignedBy(KEYS.getPublic())
                && jwt.header().path("kid").asText().equals(backstage.key())
                && jwt.claims().path("iss").asText().equals(EMAIL)
                && jwt.claims().path("scope").asText().equals(SCOPE)
                && jwt.claims().path("aud").asText().equals(AUDIENCE)
                && until > now
                && until <= now + 3600;
    }

    private static Map<String, String> form(Request request) {
        try {
            return Arrays.stream(new String(request.body(), StandardCharsets.UTF_8).split("&"))
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(
                            field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Refused(400, "the body is no form");
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
