package dev.vto.shared.job;

import dev.vto.shared.media.PhotoRef;
import org.jspecify.annotations.Nullable;

/**
 * Who wears the outfit: a preset of the backend, or the user's own photo of a person.
 *
 * @param preset name of a preset, null where a photo is given
 * @param photo the person's photo, null where a preset is named
 */
public record Person(@Nullable String preset, @Nullable PhotoRef photo) {

    public static final String DEFAULT_PRESET = "standing-neutral";

    /** What the studio offers, separated by commas: mannequins that differ in their tone. */
    public static final String STUDIO_PRESETS = DEFAULT_PRESET + ",standing-light,standing-dark";

    public Person {
        if ((preset == null) == (photo == null)) {
            throw new IllegalArgumentException("a person is either a preset or a photo");
        }
    }

    public static Person ofPreset(String preset) {
        return new Person(preset, null);
    }

    public static Person ofPhoto(PhotoRef photo) {
        return new Person(null, photo);
    }
}
