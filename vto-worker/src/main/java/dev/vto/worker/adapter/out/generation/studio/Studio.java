package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.worker.adapter.out.generation.studio.figure.Mannequin;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the studio's generators share: how they are called in each row, and which mannequins there are. */
final class Studio {

    static final String PROVIDER = "studio";
    static final String MODEL = "studio-preview-1";

    private static final Map<String, Color> MANNEQUINS = new TreeMap<>(Map.of(
            "standing-neutral", new Color(218, 206, 194),
            "standing-light", new Color(238, 232, 226),
            "standing-dark", new Color(128, 98, 80)));

    private Studio() {}

    /** @throws GenerationFailed with INVALID_INPUT if there is no such preset */
    static Mannequin mannequin(@Nullable String preset) {
        Color color = preset == null ? null : MANNEQUINS.get(preset);
        if (color == null) {
            throw GenerationFailed.invalidInput(
                    "person.preset is one of " + String.join(", ", MANNEQUINS.keySet()) + " here, not " + preset + ".",
                    null);
        }
        return new Mannequin(color);
    }
}
