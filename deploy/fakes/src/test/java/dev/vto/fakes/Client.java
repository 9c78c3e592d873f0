package dev.vto.fakes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** Asks a fake over HTTP. */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeBackend fake;
    private final String authorization;

    public Client(FakeBackend fake, String authorization) {
        this.fake = fake;
        this.authorization = authorization;
    }

    /** An answer, its body read. */
    public record Answered(int status, JsonNode body) {}

    /** @param headers names and values in turn, beside the key */
    public Answered send(String method, String path, Map<String, ?> body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(fake.url() + path))
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.ofString(json(body)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answered(answer.statusCode(), JSON.readTree(answer.body()));
    }

    public static String json(Map<String, ?> body) throws JsonProcessingException {
        return JSON.writeValueAsString(body);
    }

    public Answered get(String path) throws IOException, InterruptedException {
        return send("GET", path, Map.of());
    }

    /** A small picture as a {@code data:} URL. */
    public static String picture() {
        return "data:image/png;base64," + base64(30, 40);
    }

    /** A picture as base64 alone. */
    public static String base64(int width, int height) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(png.toByteArray());
    }
}
