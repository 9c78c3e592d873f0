package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.fixture.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests for operations of the OpenAPI document, drawn at random: some valid, most spoiled in path, query, headers or
 * body.
 */
final class AnyRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}|\\*");

    /** Encoded, a handful of such values stays below the length of a request line at which the server refuses it by itself. */
    private static final int LONGEST = 70;

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "image/png",
            "multipart/form-data",
            "application/json; charset=utf-16",
            "x");
    private static final List<String> TAGS = List.of("\"0\"", "\"99\"", "*", "W/\"0\"", "0", "\"a\", \"b\"", "\"");

    private final URI service;
    private final OpenApi api;
    private final SchemaExample example;
    private final Random random;
    private final Mutation mutation;

    AnyRequests(URI service, OpenApi api, Random random) {
        this.service = service;
        this.api = api;
        this.example = new SchemaExample(api);
        this.random = random;
        this.mutation = new Mutation(random);
    }

    /** @param shared whose data are asked for */
    HttpRequest next(OpenApi.Operation operation, SharedProject shared) {
        RightsRow valid = mutation.any(RightsRow.all().stream()
                .filter(row -> row.isOf(operation.toString()))
                .toList());
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path(operation, valid, shared)));
        if (!rarely()) {
            request.header("Authorization", "Bearer " + shared.owner().token());
        } else if (random.nextBoolean()) {
            request.header("Authorization", mutation.any(List.of("Bearer", "Bearer a.b.c", "Basic YTpi", "Bearer ~")));
        }
        if (rarely()) {
            request.header("If-Match", mutation.any(TAGS));
        }
        if (rarely()) {
            request.header("Idempotency-Key", mutation.any(List.of("one", "two", "k".repeat(300), "\"\"", "~ ~")));
        }
        if (rarely()) {
            request.header("Last-Event-ID", mutation.any(List.of("0", "7", "-1", "x", "9".repeat(18), "9".repeat(40))));
        }
        return request.method(operation.method(), body(request, operation, valid, shared))
                .build();
    }

    private String path(OpenApi.Operation operation, RightsRow valid, SharedProject shared) {
        String filled = shared.fill(valid.path(), shared.owner());
        String query = filled.contains("?") ? filled.substring(filled.indexOf('?') + 1) : "";
        String path = filled.replaceFirst("\\?.*", "");
        if (rarely()) {
            path = PARAMETER
                    .matcher(operation.path())
                    .replaceAll(name -> Matcher.quoteReplacement(
                            encode(random.nextBoolean() ? mutation.number() : mutation.text())))
                    .replace("//", "/%20/");
        }
        List<String> parameters = new ArrayList<>(query.isEmpty() ? List.of() : List.of(query));
        for (JsonNode reference : operation.description().path("parameters")) {
            JsonNode parameter = api.resolve(reference);
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                parameters.add(parameter.path("name").asText() + "=" + encode(queryValue(parameter)));
            }
        }
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private String queryValue(JsonNode parameter) {
        if (random.nextBoolean()) {
            JsonNode value = example.of(parameter.path("schema"));
            return value.isArray() ? value.path(0).asText() : value.asText();
        }
        return random.nextBoolean() ? mutation.number() : mutation.text();
    }

    private BodyPublisher body(
            HttpRequest.Builder request, OpenApi.Operation operation, RightsRow valid, SharedProject shared) {
        if (valid.body().equals(RightsRow.PHOTO)) {
            request.header("Content-Type", rarely() ? mutation.any(TYPES) : "image/jpeg");
            byte[] photo = Pictures.jpeg();
            for (int i = rarely() ? random.nextInt(photo.length) : 0; i > 0; i /= 2) {
                photo[i] = (byte) random.nextInt();
            }
            return BodyPublishers.ofByteArray(photo);
        }
        if (valid.body().isEmpty() && !rarely()) {
            return BodyPublishers.noBody();
        }
        request.header("Content-Type", rarely() ? mutation.any(TYPES) : "application/json");
        byte[] json = json(operation, valid, shared).getBytes(StandardCharsets.UTF_8);
        if (json.length > 0 && random.nextInt(20) == 0) {
            json[random.nextInt(json.length)] = (byte) 0xC3;
        }
        return BodyPublishers.ofByteArray(json);
    }

    private String json(OpenApi.Operation operation, RightsRow valid, SharedProject shared) {
        Optional<JsonNode> described = example.body(operation).filter(body -> random.nextBoolean());
        JsonNode body = described.orElseGet(() -> read(shared.fill(valid.body(), shared.owner())));
        for (int spoiled = random.nextInt(3); spoiled > 0; spoiled--) {
            body = mutation.apply(body);
        }
        return rarely() ? mutation.garble(body.toString()) : body.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json.isEmpty() ? "{}" : json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean rarely() {
        return random.nextInt(6) == 0;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), LONGEST)), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
