package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Spoils a JSON value in one place, in a way that a random number chooses. */
record Mutation(Random random) {

    private static final int DEEP = 5_000;

    /** Texts that no honest client sends, or that few programs get right. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0007\u001b[31m\u007f\u0085",
            "line\r\nInjected: yes",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc67\ud83c\udffd".repeat(40),
            "e\u0301\u0301\u0301".repeat(60),
            "\u202eright to left \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
            "\ud800 alone",
            "\udfff\ud800",
            "\uff1cscript\uff1e' OR 1=1; --",
            "%s%n${jndi:ldap://x}{{7*7}}",
            "../../etc/passwd",
            "null",
            "x".repeat(201),
            "\ud55c".repeat(10_000),
            "x".repeat(70_000),
            "00000000-0000-0000-0000-00000000000",
            "00000000-0000-0000-0000-00000000000g",
            "{00000000-0000-0000-0000-000000000000}",
            "media:../../secret",
            "/v1/media/%2e%2e/x?exp=1&sig=2",
            "https://",
            "https://exa mple.com/\u0000.jpg",
            "javascript:alert(1)",
            "a@b",
            "a@" + "b".repeat(300) + ".com");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "-0",
            "0.5",
            "2147483648",
            "-9223372036854775809",
            "18446744073709551616",
            "1e400",
            "-1e-400",
            "1E+1000000000",
            "9".repeat(900));

    private static final List<String> OTHERS =
            List.of("null", "true", "false", "[]", "{}", "[null]", "[[[]]]", "{\"a\": {\"b\": []}}", "[1, \"a\", {}]");

    String text() {
        return any(TEXTS);
    }

    String number() {
        return any(NUMBERS);
    }

    /** A value as JSON. */
    JsonNode value() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> JsonNodeFactory.instance.textNode(text());
            case 3, 4 -> raw(number());
            case 5, 6 -> raw(any(OTHERS));
            default -> raw("[".repeat(DEEP) + "]".repeat(DEEP));
        };
    }

    /** Leaves out, replaces or adds one value, anywhere in the tree. */
    JsonNode apply(JsonNode root) {
        JsonNode copy = root.deepCopy();
        List<JsonNode> parents = new ArrayList<>();
        collect(copy, parents);
        if (parents.isEmpty()) {
            return value();
        }
        JsonNode parent = any(parents);
        if (parent instanceof ObjectNode object) {
            change(object);
        } else {
            change((ArrayNode) parent);
        }
        return copy;
    }

    /** Breaks the text itself. */
    String garble(String json) {
        int at = random.nextInt(json.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> json.substring(0, at);
            case 1 -> json.substring(0, at) + any(List.of("\u0000", "\"", "{", "]", "\\u12", ",")) + json.substring(at);
            case 2 -> json + json;
            case 3 -> "\ufeff" + json;
            case 4 -> json.replaceFirst("\\{", "{\"name\": 1, \"name\": 2, ");
            default -> any(List.of("", " ", "NaN", "'a'", "{a: 1}", "// none", "\"text\"", "7", "[]", "<xml/>"));
        };
    }

    <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(6) == 0) {
            object.set(random.nextBoolean() ? "unknown" : text(), value());
        } else if (random.nextInt(4) == 0) {
            object.remove(any(names));
        } else {
            object.set(any(names), value());
        }
    }

    private void change(ArrayNode array) {
        if (!array.isEmpty() && random.nextBoolean()) {
            array.set(random.nextInt(array.size()), value());
        } else {
            for (int i = random.nextInt(200); i >= 0; i--) {
                array.add(value());
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
