package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A value that a schema of the OpenAPI document allows. */
record SchemaExample(OpenApi api) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /** The body of an operation as JSON, where the document says what its fields are. */
    Optional<JsonNode> body(OpenApi.Operation operation) {
        JsonNode content =
                api.resolve(operation.description().path("requestBody")).path("content");
        for (JsonNode media : content) {
            JsonNode example = media.path("example");
            if (example.isObject()) {
                return Optional.of(example);
            }
            JsonNode schema = api.resolve(media.path("schema"));
            if (schema.has("properties")) {
                return Optional.of(of(schema, 0));
            }
        }
        return Optional.empty();
    }

    JsonNode of(JsonNode reference) {
        return of(reference, 0);
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = api.resolve(reference);
        for (String given : new String[] {"example", "default", "const"}) {
            if (schema.has(given)) {
                return schema.get(given);
            }
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        for (String choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            if (schema.has(choice)) {
                return of(schema.get(choice).get(0), depth);
            }
        }
        return switch (type(schema)) {
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> array(schema, depth);
            case "object" -> object(schema, depth);
            default -> JSON.textNode(schema.path("format").asText().equals("uuid") ? OpenApi.SOME_ID : "text");
        };
    }

    /** In OpenAPI 3.1 the type may be a list, as of what may be null. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText(schema.has("properties") ? "object" : "string");
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        return depth < DEEPEST ? array.add(of(schema.path("items"), depth + 1)) : array;
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .fields()
                    .forEachRemaining(field -> object.set(field.getKey(), of(field.getValue(), depth + 1)));
        }
        return object;
    }
}
