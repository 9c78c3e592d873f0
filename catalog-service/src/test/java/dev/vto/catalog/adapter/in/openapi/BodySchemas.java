package dev.vto.catalog.adapter.in.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks bodies by the schemas of a document, whose objects are closed in this copy of it. */
final class BodySchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode components;
    private final Map<JsonNode, JsonSchema> known = new ConcurrentHashMap<>();

    BodySchemas(JsonNode document) {
        this.components = close(document.path("components").deepCopy());
    }

    List<String> problem(String body) {
        return violations(JSON.createObjectNode().put("$ref", "#/components/schemas/Problem"), body);
    }

    List<String> violations(JsonNode schema, String body) {
        try {
            return known.computeIfAbsent(schema, this::compile).validate(JSON.readTree(body)).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("the body is not JSON: " + body);
        }
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = close(schema.deepCopy());
        whole.set("components", components);
        return FACTORY.getSchema(whole, CONFIG);
    }

    private static <N extends JsonNode> N close(N node) {
        node.forEach(BodySchemas::close);
        if (node instanceof ObjectNode schema
                && schema.path("properties").isObject()
                && !schema.has("additionalProperties")) {
            schema.put("additionalProperties", false);
        }
        return node;
    }
}
