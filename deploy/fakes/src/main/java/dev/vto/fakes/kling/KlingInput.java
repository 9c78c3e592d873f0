package dev.vto.fakes.kling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Fields;
import dev.vto.fakes.Made;
import dev.vto.fakes.Pictures;
import dev.vto.fakes.Pictures.Region;
import dev.vto.fakes.Refused;
import java.awt.image.BufferedImage;
import java.util.Set;

/** What Kling's reference says of the input of its tasks. */
final class KlingInput {

    private static final Set<String> TRY_ON =
            Set.of("model_name", "human_image", "cloth_image", "callback_url", "external_task_id");

    private static final Set<String> VIDEO = Set.of(
            "model_name",
            "image",
            "image_tail",
            "prompt",
            "negative_prompt",
            "cfg_scale",
            "mode",
            "duration",
            "callback_url",
            "external_task_id");

    private static final Set<String> TRY_ON_MODELS = Set.of("kolors-virtual-try-on-v1", "kolors-virtual-try-on-v1-5");
    private static final Set<String> VIDEO_MODELS = Set.of(
            "kling-v1",
            "kling-v1-5",
            "kling-v1-6",
            "kling-v2-master",
            "kling-v2-1",
            "kling-v2-1-master",
            "kling-v2-5-turbo",
            "kling-v2-6");

    private static final int LONGEST_PROMPT = 2500;
    private static final int SHORTEST_SIDE = 300;
    private static final int LARGEST_FILE = 10 << 20;

    private KlingInput() {}

    /** Makes what {@code kolors-virtual-try-on} would. The garment is seen on the picture, and so is drawn over all. */
    static Made tryOn(JsonNode body) {
        Fields.requireKnown(body, TRY_ON);
        requireModel(body, TRY_ON_MODELS);
        return Pictures.dressed(picture(body, "human_image"), picture(body, "cloth_image"), Region.WHOLE);
    }

    /** Makes what {@code image2video} would. */
    static Made video(JsonNode body) {
        Fields.requireKnown(body, VIDEO);
        requireModel(body, VIDEO_MODELS);
        picture(body, "image");
        Fields.requireOneOf(body, "mode", Set.of("std", "pro"));
        Fields.requireOneOf(body, "duration", Set.of("5", "10"));
        Fields.requireWithin(body, "cfg_scale", 0, 1);
        if (body.path("prompt").asText().length() > LONGEST_PROMPT) {
            throw new Refused(400, "prompt has at most " + LONGEST_PROMPT + " characters");
        }
        return Pictures.clip();
    }

    private static BufferedImage picture(JsonNode body, String name) {
        String base64 = body.path(name).asText();
        if (base64.length() / 4 * 3 > LARGEST_FILE) {
            throw new Refused(400, name + " has at most 10 MB");
        }
        BufferedImage picture = Pictures.ofBase64(base64);
        if (Math.min(picture.getWidth(), picture.getHeight()) < SHORTEST_SIDE) {
            throw new Refused(400, name + " has at least " + SHORTEST_SIDE + " pixels in width and height");
        }
        return picture;
    }

    private static void requireModel(JsonNode body, Set<String> models) {
        if (body.has("model_name") && !models.contains(body.path("model_name").asText())) {
            throw new Refused(404, "there is no model " + body.path("model_name"));
        }
    }
}
