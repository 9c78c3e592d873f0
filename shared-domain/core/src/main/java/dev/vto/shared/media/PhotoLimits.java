package dev.vto.shared.media;

/** How large a photo may be, however it came to us. */
public final class PhotoLimits {

    public static final long MAX_BYTES = 20L * 1024 * 1024;
    public static final long MAX_MEGAPIXELS = 50;
    /** Cameras of so many megapixels make photos of some pixels more. */
    public static final long MAX_PIXELS = MAX_MEGAPIXELS * 1024 * 1024;

    private PhotoLimits() {}
}
