package dev.vto.worker.adapter.out.generation.replicate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which model makes a prediction.
 *
 * @param version null for an official model
 */
record ReplicateModel(String owner, String name, @Nullable String version) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<owner>[A-Za-z0-9_.-]+)/(?<name>[A-Za-z0-9_.-]+)(?::(?<version>[0-9a-f]{64}))?");

    /** @throws IllegalArgumentException that names the setting, and its shape */
    static ReplicateModel of(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException(ReplicateSettings.PREFIX
                    + ".tryon-model is owner/name:version with a version of 64 hexadecimal digits, or owner/name of an"
                    + " official model, not " + text);
        }
        return new ReplicateModel(shape.group("owner"), shape.group("name"), shape.group("version"));
    }
}
