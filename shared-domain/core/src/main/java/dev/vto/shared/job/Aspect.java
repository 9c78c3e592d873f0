package dev.vto.shared.job;

import java.util.Arrays;
import java.util.Optional;

/** The shape of a video's frame; a backend takes its nearest. The short side has 720 pixels. */
public enum Aspect {
    PORTRAIT("9:16", 720, 1280),
    SQUARE("1:1", 720, 720),
    LANDSCAPE("16:9", 1280, 720);

    private final String wireName;
    private final int width;
    private final int height;

    Aspect(String wireName, int width, int height) {
        this.wireName = wireName;
        this.width = width;
        this.height = height;
    }

    public String wireName() {
        return wireName;
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    public static Optional<Aspect> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.wireName.equals(name))
                .findFirst();
    }
}
