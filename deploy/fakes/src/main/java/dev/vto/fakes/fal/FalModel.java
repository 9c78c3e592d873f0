package dev.vto.fakes.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Made;
import dev.vto.fakes.Pictures;
import dev.vto.fakes.Pictures.Region;
import dev.vto.fakes.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Models of fal, with what each takes and how it answers. */
enum FalModel {
    FASHN(
            "fal-ai/fashn/tryon/v1.6",
            "images",
            Set.of("model_image", "garment_image"),
            Set.of(
                    "category",
                    "mode",
                    "garment_photo_type",
                    "moderation_level",
                    "num_samples",
                    "segmentation_free",
                    "seed",
                    "output_format",
                    "sync_mode")) {
        @Override
        Made made(JsonNode input) {
            return dressed(
                    input,
                    "model_image",
                    "garment_image",
                    region(
                            input,
                            "category",
                            Map.of(
                                    "auto", Region.UPPER,
                                    "tops", Region.UPPER,
                                    "bottoms", Region.LOWER,
                                    "one-pieces", Region.WHOLE)));
        }
    },
    KOLORS(
            "fal-ai/kling/v1-5/kolors-virtual-try-on",
            "image",
            Set.of("human_image_url", "garment_image_url"),
            Set.of("sync_mode")) {
        @Override
        Made made(JsonNode input) {
            return dressed(input, "human_image_url", "garment_image_url", Region.UPPER);
        }
    },
    CATVTON(
            "fal-ai/cat-vton",
            "image",
            Set.of("human_image_url", "garment_image_url", "cloth_type"),
            Set.of("image_size", "num_inference_steps", "guidance_scale", "seed")) {
        @Override
        Made made(JsonNode input) {
            return dressed(
                    input,
                    "human_image_url",
                    "garment_image_url",
                    region(
                            input,
                            "cloth_type",
                            Map.of(
                                    "upper", Region.UPPER,
                                    "inner", Region.UPPER,
                                    "outer", Region.UPPER,
                                    "lower", Region.LOWER,
                                    "overall", Region.WHOLE)));
        }
    },
    LEFFA(
            "fal-ai/leffa/virtual-tryon",
            "image",
            Set.of("human_image_url", "garment_image_url", "garment_type"),
            Set.of("num_inference_steps", "guidance_scale", "seed", "sync_mode", "output_format")) {
        @Override
        Made made(JsonNode input) {
            return dressed(
                    input,
                    "human_image_url",
                    "garment_image_url",
                    region(
                            input,
                            "garment_type",
                            Map.of(
                                    "upper_body", Region.UPPER,
                                    "lower_body", Region.LOWER,
                                    "dresses", Region.WHOLE)));
        }
    },
    KLING(
            "fal-ai/kling-video/v2.1/standard/image-to-video",
            "video",
            Set.of("prompt", "image_url"),
            Set.of("duration", "negative_prompt", "cfg_scale")) {
        @Override
        Made made(JsonNode input) {
            if (input.has("duration")
                    && !Set.of("5", "10").contains(input.get("duration").textValue())) {
                throw new Refused(422, "duration is \"5\" or \"10\", as text");
            }
            Pictures.ofDataUrl(input.get("image_url").asText());
            return Pictures.clip();
        }
    };

    private final String path;
    private final String output;
    private final Set<String> required;
    private final Set<String> optional;

    FalModel(String path, String output, Set<String> required, Set<String> optional) {
        this.path = path;
        this.output = output;
        this.required = required;
        this.optional = optional;
    }

    static Optional<FalModel> at(String path) {
        return Arrays.stream(values()).filter(model -> model.path.equals(path)).findFirst();
    }

    /** Owner and name, below which its requests are. */
    String app() {
        String[] segments = path.split("/");
        return segments[0] + "/" + segments[1];
    }

    /** The field of its answer with what it has made. */
    String output() {
        return output;
    }

    /** @throws Refused if the input is not as the model wants it */
    Made make(JsonNode input) {
        required.stream().filter(name -> !input.hasNonNull(name)).findFirst().ifPresent(name -> {
            throw new Refused(422, "the field " + name + " is required");
        });
        input.fieldNames().forEachRemaining(name -> {
            if (!required.contains(name) && !optional.contains(name)) {
                throw new Refused(422, "there is no field " + name);
            }
        });
        if (input.path("seed").asLong(0) < 0) {
            throw new Refused(422, "seed is at least 0");
        }
        return made(input);
    }

    abstract Made made(JsonNode input);

    private static Made dressed(JsonNode input, String person, String garment, Region region) {
        return Pictures.dressed(
                Pictures.ofDataUrl(input.get(person).asText()),
                Pictures.ofDataUrl(input.get(garment).asText()),
                region);
    }

    private static Region region(JsonNode input, String field, Map<String, Region> regions) {
        return Optional.ofNullable(regions.get(input.path(field).asText("auto")))
                .orElseThrow(() -> new Refused(422, field + " is one of " + new TreeSet<>(regions.keySet())));
    }
}
