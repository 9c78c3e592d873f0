package dev.vto.shared.adapter.media;

import java.util.Locale;
import java.util.Optional;

/** Opens the storage that the settings name. */
public final class MediaStores {

    private MediaStores() {}

    /**
     * @throws IllegalArgumentException that names the setting that is missing or wrong
     * @throws java.io.UncheckedIOException if the folder or the bucket cannot be used
     */
    public static MediaStorage open(MediaSettings settings) {
        return switch (settings.mediaStore()) {
            case FILE -> new FileStore(required(settings.mediaDir(), "media-dir", MediaSettings.Store.FILE));
            case S3 -> openBucket(settings.s3());
        };
    }

    private static MediaStorage openBucket(MediaSettings.S3 settings) {
        return S3Store.open(
                required(settings.bucket(), "s3.bucket", MediaSettings.Store.S3),
                S3Client.of(
                        settings,
                        required(settings.accessKey(), "s3.access-key", MediaSettings.Store.S3),
                        required(settings.secretKey(), "s3.secret-key", MediaSettings.Store.S3)));
    }

    private static <T> T required(Optional<T> value, String name, MediaSettings.Store store) {
        return value.orElseThrow(() -> new IllegalArgumentException("vto." + name
                + " is needed where vto.media-store is " + store.name().toLowerCase(Locale.ROOT)));
    }
}
