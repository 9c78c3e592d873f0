package dev.vto.infra.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * {@code docs/asyncapi.yaml}, held against what is really sent. It is stricter than readers may be: they ignore fields
 * that they do not know, while here a field that the document does not name is a violation.
 */
public final class EventContract {

    private static final String DOCUMENT = "docs/asyncapi.yaml";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V7);
    private final JsonNode document;

    private EventContract(JsonNode document) {
        this.document = document;
    }

    /** Reads the document of the checkout that the tests run in. */
    public static EventContract read() {
        try {
            return new EventContract(new ObjectMapper(new YAMLFactory())
                    .readTree(file(Path.of("").toAbsolutePath()).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as it stands. */
    public JsonNode document() {
        return document;
    }

    /** What is wrong with a record; empty where it is as the document says. */
    public List<String> violations(ConsumerRecord<String, String> record) {
        ObjectNode headers = JSON.createObjectNode();
        record.headers().forEach(each -> headers.put(each.key(), new String(each.value(), StandardCharsets.UTF_8)));
        JsonNode message = message(record.topic(), headers.path("ce_type").asText());
        if (message.isMissingNode()) {
            return List.of(record.topic() + " has no message " + headers.path("ce_type"));
        }
        if (!message.has("payload")) {
            return against(headersOf(message), headers, "headers").toList();
        }
        List<String> violations = new ArrayList<>(violations(message, headers, value(record)));
        for (String key : List.of(
                headers.path("ce_subject").asText(), value(record).path("jobId").asText())) {
            if (!key.equals(record.key())) {
                violations.add("the key is " + record.key() + ", not " + key);
            }
        }
        return violations;
    }

    /** What is wrong with the value of an event that waits to be sent; empty where it is as the document says. */
    public List<String> violationsOfValue(String type, String value) {
        JsonNode payload = stream(document.at("/components/messages"))
                .filter(message -> message.get("name").asText().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the document does not name the type " + type))
                .get("payload");
        JsonNode node = json(value);
        return Stream.concat(against(payload, node, "value"), unnamed(node)).toList();
    }

    /** What is wrong with headers and value of a message, one of the document's. */
    List<String> violations(JsonNode message, JsonNode headers, JsonNode value) {
        JsonNode payload = message.get("payload");
        return Stream.concat(
                        Stream.concat(
                                against(headersOf(message), headers, "headers"), against(payload, value, "value")),
                        unnamed(value))
                .toList();
    }

    private Stream<String> against(JsonNode schema, JsonNode node, String what) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(schema);
        root.set("components", document.get("components"));
        JsonSchema compiled = schemas.getSchema(root);
        return compiled.validate(node).stream()
                .map(ValidationMessage::getMessage)
                .map(each -> what + each);
    }

    private Stream<String> unnamed(JsonNode value) {
        JsonNode named = document.at("/components/schemas/Job/properties");
        return names(value)
                .filter(field -> !named.has(field))
                .map(field -> "value: the document does not name the field " + field);
    }

    private JsonNode headersOf(JsonNode message) {
        return message.has("headers")
                ? message.get("headers")
                : resolve(message.at("/traits/0")).get("headers");
    }

    private JsonNode message(String topic, String type) {
        return stream(document.get("channels"))
                .filter(channel -> channel.get("address").asText().equals(topic))
                .flatMap(channel -> stream(channel.get("messages")))
                .map(this::resolve)
                .filter(message ->
                        !message.has("payload") || message.get("name").asText().equals(type))
                .findFirst()
                .orElseGet(() -> JSON.missingNode());
    }

    /** What a reference of the document stands for. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode value(ConsumerRecord<String, String> record) {
        return json(record.value());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static Stream<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    /** Tests run in the folder of their module. */
    private static Path file(Path module) {
        for (Path folder = module; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(DOCUMENT))) {
                return folder.resolve(DOCUMENT);
            }
        }
        throw new IllegalStateException(module + " is not in a checkout: no " + DOCUMENT + " above it");
    }
}
