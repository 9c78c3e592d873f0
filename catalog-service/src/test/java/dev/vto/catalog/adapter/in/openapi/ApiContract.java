package dev.vto.catalog.adapter.in.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an OpenAPI 3.1 document says of requests and answers. Objects are taken for closed: a property that a schema does
 * not name is a violation.
 */
final class ApiContract {

    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final BodySchemas schemas;
    private final List<Template> templates = new ArrayList<>();

    ApiContract(JsonNode document) {
        this.document = document;
        this.schemas = new BodySchemas(document);
        document.path("paths").fieldNames().forEachRemaining(path -> templates.add(Template.of(path)));
        templates.sort(Comparator.comparing(template -> template.path().indexOf('{') < 0 ? 0 : 1));
    }

    private record Template(String path, Pattern pattern) {

        /** The key of a stored file has slashes. */
        static Template of(String path) {
            return new Template(
                    path,
                    Pattern.compile(
                            path.replace(".", "\\.").replace("{key}", ".*").replaceAll("\\{[^}]+}", "[^/]+") + "/?"));
        }
    }

    /** Everything by which the exchange differs from what the document says; empty if nothing does. */
    List<String> violations(Exchange exchange) {
        Optional<JsonNode> path = templates.stream()
                .filter(template -> template.pattern().matcher(exchange.path()).matches())
                .findFirst()
                .map(template -> document.path("paths").path(template.path()));
        if (path.isEmpty()) {
            return refusal(exchange, 404, "the path is not documented");
        }
        JsonNode operation = path.get().path(method(exchange));
        if (operation.isMissingNode()) {
            return refusal(exchange, 405, "the method is not documented for this path");
        }
        JsonNode answer = resolve(operation.path("responses").path(Integer.toString(exchange.status())));
        if (answer.isMissingNode()) {
            return List.of("status " + exchange.status() + " is not documented for "
                    + operation.path("operationId").asText());
        }
        return Stream.of(headers(answer, exchange), body(answer, exchange), request(operation, exchange))
                .flatMap(List::stream)
                .toList();
    }

    /** What is not documented is refused, and in our own form. */
    private List<String> refusal(Exchange exchange, int status, String why) {
        if (exchange.status() != status) {
            return List.of(why + ", so it is answered " + status + ", not " + exchange.status());
        }
        return schemas.problem(exchange.body());
    }

    private static List<String> headers(JsonNode answer, Exchange exchange) {
        List<String> missing = new ArrayList<>();
        answer.path("headers").fields().forEachRemaining(header -> {
            if (header.getValue().path("required").asBoolean()
                    && !exchange.headers().containsKey(header.getKey())) {
                missing.add("the header " + header.getKey() + " is missing");
            }
        });
        return missing;
    }

    private List<String> body(JsonNode answer, Exchange exchange) {
        if (exchange.method().equals("HEAD")) {
            return List.of();
        }
        JsonNode content = answer.path("content");
        if (content.isEmpty()) {
            return exchange.body().isEmpty() ? List.of() : List.of("no body is documented for this status");
        }
        String type = exchange.mediaType().orElse("none");
        JsonNode media = content.has(type) ? content.path(type) : content.path("*/*");
        if (media.isMissingNode()) {
            return List.of("the media type " + type + " is not documented for this status");
        }
        boolean json = type.equals("application/json") || type.equals(PROBLEM);
        return json ? schemas.violations(media.path("schema"), exchange.body()) : List.of();
    }

    /** What was taken has to be what the document says can be sent. */
    private List<String> request(JsonNode operation, Exchange exchange) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (!exchange.succeeded() || exchange.sent().isEmpty() || schema.isMissingNode()) {
            return List.of();
        }
        return schemas.violations(schema, exchange.sent()).stream()
                .map(violation -> "the request was taken, though " + violation)
                .toList();
    }

    private static String method(Exchange exchange) {
        return exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
    }

    private JsonNode resolve(JsonNode node) {
        return node instanceof ObjectNode && node.has("$ref")
                ? document.at(node.path("$ref").asText().substring(1))
                : node.isObject() ? node : MissingNode.getInstance();
    }
}
