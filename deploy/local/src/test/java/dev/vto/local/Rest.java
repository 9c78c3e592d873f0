package dev.vto.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests as one user sends them, and the answers as they come. */
final class Rest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String base;
    private String token = "";
    private String refreshToken = "";
    private String traceparent = "";

    private Rest(HttpClient http, String base) {
        this.http = http;
        this.base = base;
    }

    /** A caller without a token. */
    static Rest anonymous(String base) {
        return new Rest(HttpClient.newHttpClient(), base);
    }

    static Rest signedIn(String base, String email) throws Exception {
        return signedIn(HttpClient.newHttpClient(), base, email);
    }

    static Rest signedIn(HttpClient http, String base, String email) throws Exception {
        Rest rest = new Rest(http, base);
        rest.open(rest.ok("POST", "/v1/auth/dev", "{\"email\": \"" + email + "\"}"));
        return rest;
    }

    /** The same user at another catalog. */
    Rest at(String other) {
        Rest rest = new Rest(http, other);
        rest.token = token;
        return rest;
    }

    /** The same user within this trace context. */
    Rest within(String context) {
        Rest rest = at(base);
        rest.traceparent = context;
        return rest;
    }

    /** The next tokens of the session, for those that it has. */
    void refresh() throws Exception {
        open(ok("POST", "/v1/auth/refresh", "{\"refreshToken\": \"" + refreshToken + "\"}"));
    }

    String token() {
        return token;
    }

    String refreshToken() {
        return refreshToken;
    }

    record Answer(int status, String contentType, byte[] body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The JSON of an answer that must be a success. */
    JsonNode ok(String method, String path, String body) throws Exception {
        return ok(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8))
                .json();
    }

    Answer ok(String method, String path, byte[] body) throws Exception {
        Answer answer = send(method, path, body);
        assertThat(answer.status())
                .as("%s %s: %s", method, path, new String(answer.body(), StandardCharsets.UTF_8))
                .isBetween(200, 299);
        return answer;
    }

    Answer send(String method, String path, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base).resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!traceparent.isEmpty()) {
            request.header("traceparent", traceparent);
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    private void open(JsonNode session) {
        token = session.get("accessToken").asText();
        refreshToken = session.get("refreshToken").asText();
    }
}
