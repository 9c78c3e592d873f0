package dev.vto.fakes.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.fakes.Refused;
import java.util.List;
import java.util.Map;

/** What the fake's model says: a letter about the project and the products that the user's message names. */
final class FakeLetter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FakeLetter() {}

    /** @throws Refused with 400 if the schema is of something else, which this model cannot write */
    static String of(JsonNode body) {
        JsonNode properties = body.at("/response_format/json_schema/schema/properties");
        if (!properties.has("headline") || !properties.has("summary") || !properties.has("bulletPoints")) {
            throw new Refused(400, "this model writes letters: headline, summary, bulletPoints");
        }
        boolean korean = body.at("/messages/0/content").asText().contains("Write in Korean");
        JsonNode data = data(body.at("/messages/1/content/0/text").asText());
        String project = data.path("project").asText();
        String name = project.codePointCount(0, project.length()) > 20
                ? project.substring(0, project.offsetByCodePoints(0, 20))
                : project;
        int products = data.path("products").size();
        return write(korean ? korean(name, products) : english(name, products));
    }

    private static Map<String, Object> english(String name, int products) {
        return Map.of(
                "headline", "Meet " + name,
                "summary", name + " shows " + products + " looks. Have a look at the photos.",
                "bulletPoints",
                        List.of("A look at the colours", "A look at the shapes", "As photographed", "By a fake model"));
    }

    private static Map<String, Object> korean(String name, int products) {
        return Map.of(
                "headline", name + " 소개",
                "summary", name + "의 룩 " + products + "가지를 사진으로 만나 보세요.",
                "bulletPoints", List.of("색상을 살펴보세요", "모양을 살펴보세요", "사진 그대로예요", "가짜 모델이 썼어요"));
    }

    private static JsonNode data(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused(400, "this model takes its data as JSON, in the first part of the user's message");
        }
    }

    private static String write(Map<String, Object> letter) {
        try {
            return JSON.writeValueAsString(letter);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
