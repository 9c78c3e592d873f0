package dev.vto.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** What documents say of the fields of an object. What is not as they say is {@link Refused} with 400. */
public final class Fields {

    private Fields() {}

    /** All fields have names that the document has. */
    public static void requireKnown(JsonNode object, Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new Refused(400, "there is no field " + name);
            }
        });
    }

    /** A field, where it is there, is one of these texts. */
    public static void requireOneOf(JsonNode object, String name, Set<String> allowed) {
        JsonNode value = object.path(name);
        if (object.has(name) && !(value.isTextual() && allowed.contains(value.asText()))) {
            throw new Refused(400, name + " is one of the texts " + new TreeSet<>(allowed));
        }
    }

    /** A field, where it is there, is a number from least to most. */
    public static void requireWithin(JsonNode object, String name, double least, double most) {
        JsonNode value = object.path(name);
        if (object.has(name) && !(value.isNumber() && value.asDouble() >= least && value.asDouble() <= most)) {
            throw new Refused(400, name + " is a number from " + least + " to " + most);
        }
    }
}
