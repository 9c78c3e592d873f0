package dev.vto.worker.adapter.out.generation.comfyui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A workflow in ComfyUI's API format: nodes by their ids, each with {@code class_type} and {@code inputs}. Its slots are
 * texts like {@code {{person}}} within the inputs; an input that is nothing but a slot takes a value of any type.
 */
final class Workflow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SLOT = Pattern.compile("\\{\\{ *([^{}]*?) *}}");

    private final JsonNode graph;
    private final Set<String> slots;

    private Workflow(JsonNode graph, Set<String> slots) {
        this.graph = graph;
        this.slots = slots;
    }

    /** The slots that a workflow for one purpose must have, and those that it may have besides. */
    record Slots(Set<String> needed, Set<String> possible) {

        private String all() {
            Set<String> all = new TreeSet<>(needed);
            all.addAll(possible);
            return shown(all);
        }

        private static String shown(Set<String> slots) {
            return slots.stream().sorted().map(slot -> "{{" + slot + "}}").collect(Collectors.joining(", "));
        }
    }

    /**
     * Reads the workflow that a setting names.
     *
     * @param usual the resource beside this class that is read where none is named
     * @throws IllegalArgumentException that names the setting, the file and what is wrong with it
     */
    static Workflow of(String setting, Optional<Path> file, String usual, Slots slots) {
        String where = setting + ": " + file.map(Path::toString).orElse(usual) + " ";
        return parse(where, file.map(path -> text(where, path)).orElseGet(() -> resource(usual)), slots);
    }

    /** @param where begins the messages of errors */
    static Workflow parse(String where, String text, Slots slots) {
        JsonNode graph;
        try {
            graph = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(where + "is no JSON: " + e.getOriginalMessage(), e);
        }
        if (graph.path("nodes").isArray()) {
            throw new IllegalArgumentException(
                    where + "is a workflow as the editor saves it: export it by Workflow > Export (API)");
        }
        if (!graph.isObject() || graph.isEmpty()) {
            throw new IllegalArgumentException(
                    where + "is no workflow in API format: an object of nodes, each with class_type and inputs");
        }
        Set<String> found = new TreeSet<>();
        graph.properties().forEach(node -> {
            if (!node.getValue().path("class_type").isTextual()
                    || !node.getValue().path("inputs").isObject()) {
                throw new IllegalArgumentException(where + "is no workflow in API format: node " + node.getKey()
                        + " has no class_type or no inputs");
            }
            each(node.getValue().path("inputs"), input -> {
                for (Matcher slot = SLOT.matcher(input.textValue()); slot.find(); ) {
                    requirePossible(where, slot.group(1), node.getKey(), slots);
                    found.add(slot.group(1));
                }
                return input;
            });
        });
        Set<String> missing = new TreeSet<>(slots.needed());
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(where + "lacks " + Slots.shown(missing)
                    + " among the inputs of its nodes; the slots are " + slots.all());
        }
        return new Workflow(graph, found);
    }

    private static void requirePossible(String where, String slot, String node, Slots slots) {
        if (!slots.needed().contains(slot) && !slots.possible().contains(slot)) {
            throw new IllegalArgumentException(where + "has a slot {{" + slot + "}} at node " + node
                    + " that nothing is put into; the slots are " + slots.all());
        }
    }

    boolean has(String slot) {
        return slots.contains(slot);
    }

    /** How many nodes it has. */
    int size() {
        return graph.size();
    }

    /** A copy with a value in each of its slots. */
    JsonNode filled(Map<String, ?> values) {
        JsonNode copy = graph.deepCopy();
        copy.forEach(node -> ((ObjectNode) node).set("inputs", each(node.path("inputs"), text -> fill(text, values))));
        return copy;
    }

    private static JsonNode fill(JsonNode input, Map<String, ?> values) {
        Matcher slot = SLOT.matcher(input.textValue());
        if (slot.matches()) {
            return JSON.valueToTree(value(slot, values));
        }
        return TextNode.valueOf(
                slot.reset().replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1))))));
    }

    private static Object value(Matcher slot, Map<String, ?> values) {
        return Objects.requireNonNull(values.get(slot.group(1)), slot.group());
    }

    /** Changes each text in a value, however deep. */
    private static JsonNode each(JsonNode value, UnaryOperator<JsonNode> change) {
        if (value.isTextual()) {
            return change.apply(value);
        }
        if (value instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.replace(name, each(object.get(name), change)));
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, each(array.get(i), change));
            }
        }
        return value;
    }

    private static String text(String where, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(where + "cannot be read: " + e, e);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = Objects.requireNonNull(Workflow.class.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
