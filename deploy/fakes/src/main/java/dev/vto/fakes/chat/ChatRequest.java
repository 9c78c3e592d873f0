package dev.vto.fakes.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Pictures;
import dev.vto.fakes.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a request may be like. Stricter than OpenAI: only what other services take as well. */
final class ChatRequest {

    private static final Set<String> FIELDS =
            Set.of("model", "messages", "response_format", "seed", "temperature", "max_tokens");

    private static final Set<String> ROLES = Set.of("system", "user", "assistant");

    /** The keywords that are taken everywhere in strict mode. */
    private static final Set<String> SCHEMA_KEYWORDS =
            Set.of("type", "properties", "required", "additionalProperties", "items", "description", "enum");

    private ChatRequest() {}

    /** @throws Refused with 400 if the body is not as the document says */
    static void require(JsonNode body) {
        requireKnown(body, FIELDS);
        require(!body.path("model").asText().isEmpty(), "model is missing");
        JsonNode messages = body.path("messages");
        require(messages.isArray() && !messages.isEmpty(), "messages has at least one message");
        messages.forEach(ChatRequest::requireMessage);
        require(body.path("seed").isInt() || !body.has("seed"), "seed is an integer");
        requireFormat(body.path("response_format"));
    }

    private static void requireMessage(JsonNode message) {
        requireKnown(message, Set.of("role", "content"));
        require(ROLES.contains(message.path("role").asText()), "role is one of " + new TreeSet<>(ROLES));
        JsonNode content = message.path("content");
        if (content.isArray()) {
            require(message.path("role").asText().equals("user"), "only a user's message has parts");
            content.forEach(ChatRequest::requirePart);
        } else {
            require(content.isTextual() && !content.asText().isEmpty(), "content is text, or parts");
        }
    }

    private static void requirePart(JsonNode part) {
        if (part.path("type").asText().equals("text")) {
            requireKnown(part, Set.of("type", "text"));
            require(!part.path("text").asText().isEmpty(), "a part of text has text");
            return;
        }
        requireKnown(part, Set.of("type", "image_url"));
        require(part.path("type").asText().equals("image_url"), "the type of a part is text or image_url");
        requireKnown(part.path("image_url"), Set.of("url", "detail"));
        Pictures.ofDataUrl(part.path("image_url").path("url").asText());
    }

    private static void requireFormat(JsonNode format) {
        requireKnown(format, Set.of("type", "json_schema"));
        require(format.path("type").asText().equals("json_schema"), "the type of response_format is json_schema here");
        JsonNode named = format.path("json_schema");
        requireKnown(named, Set.of("name", "strict", "schema", "description"));
        require(named.path("name").asText().matches("[A-Za-z0-9_-]{1,64}"), "a schema has a name");
        require(named.path("strict").asBoolean(), "a schema is strict here");
        requireSchema(named.path("schema"));
    }

    private static void requireSchema(JsonNode schema) {
        requireKnown(schema, SCHEMA_KEYWORDS);
        if (schema.path("type").asText().equals("object")) {
            require(
                    schema.path("additionalProperties").isBoolean()
                            && !schema.path("additionalProperties").asBoolean(),
                    "additionalProperties is false in strict mode");
            List<String> properties = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(properties::add);
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(name -> required.add(name.asText()));
            require(new TreeSet<>(properties).equals(new TreeSet<>(required)), "all properties are required");
            schema.path("properties").forEach(ChatRequest::requireSchema);
        } else if (schema.path("type").asText().equals("array")) {
            requireSchema(schema.path("items"));
        } else {
            require(!schema.path("type").asText().isEmpty(), "each schema has a type");
        }
    }

    private static void requireKnown(JsonNode object, Set<String> names) {
        require(object.isObject(), "an object with " + new TreeSet<>(names) + " is missing");
        object.fieldNames().forEachRemaining(name -> require(names.contains(name), "there is no field " + name));
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new Refused(400, message);
        }
    }
}
