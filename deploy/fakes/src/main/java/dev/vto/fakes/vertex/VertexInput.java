package dev.vto.fakes.vertex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Fields;
import dev.vto.fakes.Made;
import dev.vto.fakes.Pictures;
import dev.vto.fakes.Pictures.Region;
import dev.vto.fakes.Refused;
import java.awt.image.BufferedImage;
import java.util.Set;

/** What Google's page says of the body of a prediction. */
final class VertexInput {

    private static final Set<String> PARAMETERS = Set.of(
            "addWatermark",
            "baseSteps",
            "personGeneration",
            "safetySetting",
            "sampleCount",
            "seed",
            "storageUri",
            "outputOptions");

    private static final Set<String> PERSONS = Set.of("allow_adult", "allow_all", "dont_allow");

    private static final Set<String> SAFETY =
            Set.of("block_low_and_above", "block_medium_and_above", "block_only_high", "block_none");

    private static final int LARGEST_FILE = 10 << 20;

    private VertexInput() {}

    /** Makes what the model would. The garment is seen on the picture, and so is drawn over all. */
    static Made made(JsonNode body) {
        Fields.requireKnown(body, Set.of("instances", "parameters"));
        requireParameters(body.path("parameters"));
        JsonNode instances = body.path("instances");
        if (instances.size() != 1) {
            throw new Refused(400, "instances has one element");
        }
        JsonNode instance = instances.get(0);
        Fields.requireKnown(instance, Set.of("personImage", "productImages"));
        if (instance.path("productImages").size() != 1) {
            throw new Refused(400, "productImages has one element");
        }
        return Pictures.dressed(
                picture(instance.path("personImage")),
                picture(instance.path("productImages").get(0)),
                Region.WHOLE);
    }

    private static BufferedImage picture(JsonNode shown) {
        String base64 = shown.at("/image/bytesBase64Encoded").asText();
        if (base64.length() / 4 * 3 > LARGEST_FILE) {
            throw new Refused(400, "an image has at most 10 MB");
        }
        return Pictures.ofBase64(base64);
    }

    private static void requireParameters(JsonNode parameters) {
        Fields.requireKnown(parameters, PARAMETERS);
        Fields.requireWithin(parameters, "sampleCount", 1, 4);
        Fields.requireWithin(parameters, "seed", 1, (1L << 31) - 1);
        Fields.requireWithin(parameters, "baseSteps", 1, 100);
        Fields.requireOneOf(parameters, "personGeneration", PERSONS);
        Fields.requireOneOf(parameters, "safetySetting", SAFETY);
        Fields.requireOneOf(parameters.path("outputOptions"), "mimeType", Set.of("image/png", "image/jpeg"));
        if (parameters.has("seed") && parameters.path("addWatermark").asBoolean(true)) {
            throw new Refused(400, "seed is not supported when watermark is enabled");
        }
        if (!parameters.path("storageUri").asText("gs://").startsWith("gs://")) {
            throw new Refused(400, "storageUri begins with gs://");
        }
    }
}
