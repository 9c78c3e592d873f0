package dev.vto.worker.adapter.out.generation.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.worker.application.port.Copywriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The shape of a letter as JSON: what a model is asked for, and what its answer is held to. */
final class LetterSchema {

    /**
     * With the few keywords that services take in strict mode; lengths and counts are not among them everywhere, so that
     * those are told in words.
     */
    static final Map<String, Object> RESPONSE_FORMAT = Map.of(
            "type",
            "json_schema",
            "json_schema",
            Map.of(
                    "name",
                    "marketing_letter",
                    "strict",
                    true,
                    "schema",
                    Map.of(
                            "type",
                            "object",
                            "additionalProperties",
                            false,
                            "required",
                            List.of("headline", "summary", "bulletPoints"),
                            "properties",
                            Map.of(
                                    "headline",
                                    Map.of("type", "string", "description", "At most 70 characters"),
                                    "summary",
                                    Map.of("type", "string", "description", "One or two sentences"),
                                    "bulletPoints",
                                    Map.of(
                                            "type",
                                            "array",
                                            "description",
                                            "4 to 6 points",
                                            "items",
                                            Map.of("type", "string", "description", "At most 150 characters"))))));

    private static final int LONGEST_HEADLINE = 70;
    private static final int LONGEST_SUMMARY = 600;
    private static final int LONGEST_POINT = 150;
    private static final int FEWEST_POINTS = 4;
    private static final int MOST_POINTS = 6;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK = Pattern.compile("(?i)\\b(https?:|www\\.)");

    /** What no text in a language is without. */
    private static final Map<String, Pattern> LETTERS =
            Map.of("ko", Pattern.compile("[가-힣]"), "en", Pattern.compile("[A-Za-z]"));

    private final Copywriter.Request request;
    private final List<String> problems = new ArrayList<>();

    private LetterSchema(Copywriter.Request request) {
        this.request = request;
    }

    /** An answer that is no letter. The message says all that is wrong with it, to the model. */
    static final class Violated extends RuntimeException {

        Violated(List<String> problems) {
            super(String.join("; ", problems), null, false, false);
        }
    }

    /**
     * Reads an answer.
     *
     * @throws Violated if it is no letter
     */
    static Copywriter.Copy read(String answer, Copywriter.Request request) {
        return new LetterSchema(request).read(parse(answer));
    }

    private Copywriter.Copy read(JsonNode json) {
        String headline = text("headline", json.path("headline"), LONGEST_HEADLINE);
        String summary = text("summary", json.path("summary"), LONGEST_SUMMARY);
        Set<String> points = new LinkedHashSet<>();
        JsonNode list = json.path("bulletPoints");
        for (JsonNode point : list) {
            points.add(text("each of bulletPoints", point, LONGEST_POINT));
        }
        if (points.size() < FEWEST_POINTS || list.size() > MOST_POINTS) {
            problems.add("bulletPoints has " + FEWEST_POINTS + " to " + MOST_POINTS + " different items, not "
                    + points.size());
        }
        if (!Objects.requireNonNull(LETTERS.get(request.language()))
                .matcher(withoutName(summary))
                .find()) {
            problems.add("the summary is not in the language that was asked for");
        }
        if (!problems.isEmpty()) {
            throw new Violated(problems);
        }
        return new Copywriter.Copy(headline, summary, List.copyOf(points));
    }

    /** Services that do not enforce the schema may put the JSON between fences or words. */
    private static JsonNode parse(String answer) {
        int from = answer.indexOf('{');
        int to = answer.lastIndexOf('}');
        try {
            if (from >= 0 && to > from) {
                return JSON.readTree(answer.substring(from, to + 1));
            }
        } catch (JsonProcessingException e) {
            throw new Violated(List.of("it is no JSON: " + e.getOriginalMessage()));
        }
        throw new Violated(List.of("it is no JSON object"));
    }

    private String text(String what, JsonNode node, int most) {
        String text = node.isTextual() ? node.textValue().strip().replaceAll("\\s+", " ") : "";
        if (text.isEmpty() || text.length() > most) {
            problems.add(what + " is a text of 1 to " + most + " characters, not of " + text.length());
        }
        boolean links = LINK.matcher(withoutName(text)).find();
        if (links || text.chars().anyMatch(Character::isISOControl)) {
            problems.add(what + " has no links and no control characters");
        }
        return text;
    }

    /** The user's own words may be in any language, and may be a link. */
    private String withoutName(String text) {
        return text.replace(request.projectName(), "");
    }
}
