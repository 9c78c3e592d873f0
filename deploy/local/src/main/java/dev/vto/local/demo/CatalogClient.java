package dev.vto.local.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The catalog's REST API, as one user of the development sign-in. An answer that is no success is a failure. */
public final class CatalogClient {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int UNAUTHORIZED = 401;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final URI base;
    private final String email;
    private String token = "";

    /** @param base of the API, without a path */
    public CatalogClient(URI base, String email) {
        this.base = base;
        this.email = email;
    }

    public JsonNode get(String path) throws InterruptedException {
        return json(path, authorized(request(path).GET()));
    }

    public JsonNode post(String path, Object body) throws InterruptedException {
        return json(path, authorized(withJson(path, body)));
    }

    public JsonNode put(String path, byte[] photo) throws InterruptedException {
        return json(path, authorized(request(path).PUT(BodyPublishers.ofByteArray(photo))));
    }

    /** A new access token. */
    public String freshToken() throws InterruptedException {
        token = signIn();
        return token;
    }

    /** The bytes behind a media URL, which opens without a token. They come from this catalog, whatever its host is. */
    byte[] download(String url) throws InterruptedException {
        URI parsed = URI.create(url);
        String path = parsed.getRawPath() + "?" + parsed.getRawQuery();
        return successful(path, send(request(path).GET()));
    }

    /** What a person opens in a browser. */
    URI absolute(String url) {
        return base.resolve(url);
    }

    /** Access tokens are short-lived: one that has run out is replaced once. */
    private HttpResponse<byte[]> authorized(HttpRequest.Builder request) throws InterruptedException {
        HttpResponse<byte[]> answer = send(request.setHeader("Authorization", "Bearer " + token));
        if (answer.statusCode() != UNAUTHORIZED) {
            return answer;
        }
        return send(request.setHeader("Authorization", "Bearer " + freshToken()));
    }

    private String signIn() throws InterruptedException {
        String path = "/v1/auth/dev";
        return json(path, send(withJson(path, Map.of("email", email))))
                .path("accessToken")
                .asText();
    }

    private HttpRequest.Builder withJson(String path, Object body) {
        try {
            return request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest built = request.build();
        try {
            return http.send(built, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new DemoFailure(
                    "the catalog did not answer " + built.method() + " "
                            + built.uri().getPath() + ": " + e,
                    e);
        }
    }

    private static JsonNode json(String path, HttpResponse<byte[]> answer) {
        byte[] body = successful(path, answer);
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new DemoFailure("the catalog's answer to " + path + " is no JSON", e);
        }
    }

    private static byte[] successful(String path, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status < 200 || status > 299) {
            throw new DemoFailure("the catalog refused " + answer.request().method() + " "
                    + path.replaceFirst("\\?.*", "") + " with " + status + ": " + reason(answer.body()));
        }
        return answer.body();
    }

    private static String reason(byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asText() + " (" + problem.path("code").asText() + ")";
        } catch (IOException e) {
            return "no reason given";
        }
    }
}
