package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A JSON object that a client sent, read field by field. What is wrong is collected, so that one answer names every
 * field; nothing is coerced, and a field that nobody knows is an error. {@link #done} throws what was collected.
 */
final class JsonBody {

    /** RFC 7396: what is absent stays, null clears. */
    static final String MERGE_PATCH = "application/merge-patch+json";

    /** Characters of a whole body, at most. */
    static final int MAX_LENGTH = 64 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ObjectNode node;
    private final String path;
    private final List<FieldError> errors;

    private JsonBody(ObjectNode node, String path, List<FieldError> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /**
     * @param fields all that the object may hold
     * @throws Rejected if the text is no JSON object
     */
    static JsonBody parse(String text, String... fields) {
        if (text.length() > MAX_LENGTH) {
            throw BodyLimit.tooLong();
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (!(node instanceof ObjectNode object)) {
                throw new Rejected(Rejected.Reason.INVALID, "invalid_request", "The body is a JSON object.", List.of());
            }
            return new JsonBody(object, "", new ArrayList<>()).allowing(fields);
        } catch (JacksonException e) {
            throw rejection(e);
        }
    }

    static Rejected rejection(JacksonException failure) {
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return new Rejected(
                Rejected.Reason.INVALID, "invalid_json", "The body is not valid JSON" + where + ".", List.of());
    }

    /** Ends the reading. */
    void done() {
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new Rejected(
                    Rejected.Reason.INVALID, "invalid_request", first.field() + ": " + first.message(), errors);
        }
    }

    /** Says that a field is wrong. */
    void error(String field, String message) {
        errors.add(new FieldError(path + field, message));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether a merge patch changes this field: it is there, even as null, which clears it. */
    boolean mentions(String field) {
        return node.has(field);
    }

    /** A text of 1 to {@code most} characters without control characters, or empty where it is absent. */
    Optional<String> text(String field, int most) {
        return value(field, JsonNode::isTextual, "is a text")
                .map(JsonNode::asText)
                .filter(text -> {
                    if (text.isBlank() || text.length() > most) {
                        error(field, "has 1-" + most + " characters");
                        return false;
                    }
                    if (text.chars().anyMatch(Character::isISOControl)) {
                        error(field, "has no control characters");
                        return false;
                    }
                    return true;
                });
    }

    String requiredText(String field, int most) {
        return required(field, text(field, most)).orElse("");
    }

    Optional<Boolean> flag(String field) {
        return value(field, JsonNode::isBoolean, "is true or false").map(JsonNode::asBoolean);
    }

    Optional<Long> integer(String field, long least, long most) {
        String allowed = "is an integer from " + least + " to " + most;
        return value(field, number -> number.isIntegralNumber() && number.canConvertToLong(), allowed)
                .map(JsonNode::asLong)
                .filter(number -> {
                    if (number < least || number > most) {
                        error(field, allowed);
                        return false;
                    }
                    return true;
                });
    }

    Optional<UUID> uuid(String field) {
        return value(field, JsonNode::isTextual, "is a UUID").flatMap(id -> toUuid(field, id.asText()));
    }

    /** A field that a merge patch may change but not clear. */
    void neverNull(String field) {
        if (mentions(field) && !has(field)) {
            error(field, "cannot be null");
        }
    }

    /** One of the named values. */
    <T> Optional<T> oneOf(String field, List<String> allowed, Function<String, T> make) {
        String message = "is one of " + String.join(", ", allowed);
        return value(field, JsonNode::isTextual, message).map(JsonNode::asText).flatMap(text -> {
            if (!allowed.contains(text)) {
                error(field, message);
                return Optional.empty();
            }
            return Optional.of(make.apply(text));
        });
    }

    <E extends Enum<E>> Optional<E> oneOf(String field, Class<E> type) {
        return oneOf(field, names(type), text -> Enum.valueOf(type, text));
    }

    /** Texts, each mapped; what maps to nothing is an error with this message. */
    <T> List<T> list(String field, int most, String message, Function<String, Optional<T>> make) {
        return value(field, JsonNode::isArray, "is a list of at most " + most)
                .map(array -> items(field, (ArrayNode) array, 0, most, message, make))
                .orElse(List.of());
    }

    /** The same of a list that has to be there. */
    <T> List<T> list(String field, int least, int most, String message, Function<String, Optional<T>> make) {
        Optional<JsonNode> array = value(field, JsonNode::isArray, "is a list of " + least + " to " + most);
        return required(field, array)
                .map(found -> items(field, (ArrayNode) found, least, most, message, make))
                .orElse(List.of());
    }

    private <T> List<T> items(
            String field, ArrayNode array, int least, int most, String message, Function<String, Optional<T>> make) {
        if (array.size() < least || array.size() > most) {
            error(field, least == 0 ? "has at most " + most + " items" : "has " + least + " to " + most + " items");
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode item = array.get(i);
            Optional<T> made = item.isTextual() ? make.apply(item.asText()) : Optional.empty();
            if (made.isEmpty()) {
                error(field + "[" + i + "]", message);
            }
            made.ifPresent(items::add);
        }
        return items;
    }

    /** An object within this one. */
    Optional<JsonBody> object(String field, String... fields) {
        return value(field, JsonNode::isObject, "is an object")
                .map(object -> new JsonBody((ObjectNode) object, path + field + ".", errors).allowing(fields));
    }

    /** The fields of this object that are texts. */
    Map<String, String> texts(int most) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(field -> text(field, most).ifPresent(text -> texts.put(field, text)));
        return texts;
    }

    <T> Optional<T> required(String field, Optional<T> found) {
        boolean reported = errors.stream().anyMatch(error -> error.field().equals(path + field));
        if (found.isEmpty() && !reported) {
            error(field, "is required");
        }
        return found;
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private JsonBody allowing(String... fields) {
        Set<String> known = Set.of(fields);
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                error(field, "is not known here; allowed are " + String.join(", ", fields));
            }
        });
        return this;
    }

    private Optional<JsonNode> value(String field, Function<JsonNode, Boolean> type, String message) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!type.apply(value)) {
            error(field, message);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<UUID> toUuid(String field, String text) {
        Optional<UUID> id = Ids.parse(text);
        if (id.isEmpty()) {
            error(field, "is a UUID");
        }
        return id;
    }
}
