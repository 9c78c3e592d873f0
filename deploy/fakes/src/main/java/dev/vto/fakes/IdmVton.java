package dev.vto.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Pictures.Region;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The inputs of IDM-VTON as Cog describes them, at Replicate and in a container of one's own. */
public final class IdmVton {

    private static final Map<String, Region> CATEGORIES =
            Map.of("upper_body", Region.UPPER, "lower_body", Region.LOWER, "dresses", Region.WHOLE);

    private static final Set<String> INPUTS = Set.of(
            "human_img", "garm_img", "garment_des", "category", "crop", "force_dc", "mask_only", "steps", "seed");

    private IdmVton() {}

    /** @throws Refused with 422 if the input is not as the model wants it */
    public static Made made(JsonNode input) {
        input.fieldNames().forEachRemaining(name -> {
            if (!INPUTS.contains(name)) {
                throw new Refused(422, "input." + name + ": there is no such input");
            }
        });
        Region region = CATEGORIES.get(input.path("category").asText("upper_body"));
        if (region == null) {
            throw new Refused(422, "input.category: it is one of " + new TreeSet<>(CATEGORIES.keySet()));
        }
        if (input.path("seed").asLong(0) < 0) {
            throw new Refused(422, "input.seed: it is at least 0");
        }
        return Pictures.dressed(
                Pictures.ofDataUrl(input.path("human_img").asText()),
                Pictures.ofDataUrl(input.path("garm_img").asText()),
                region);
    }
}
