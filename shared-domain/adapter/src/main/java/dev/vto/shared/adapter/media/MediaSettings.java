package dev.vto.shared.adapter.media;

import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where files are kept: settings that both services have, with the prefix {@code vto}. */
public interface MediaSettings {

    @WithDefault("file")
    Store mediaStore();

    /** Where files are kept. */
    enum Store {
        /** On a disk that both services share. */
        FILE,
        /** In a bucket of a store that speaks S3. */
        S3
    }

    /** Folder of stored files; needed for {@code file}. */
    Optional<Path> mediaDir();

    /** Needed for {@code s3}. */
    S3 s3();

    /** A bucket that holds these files and nothing else. */
    interface S3 {

        /** Scheme, host and port of the store; Amazon's by default. */
        @WithDefault("https://s3.amazonaws.com")
        String endpoint();

        @WithDefault("us-east-1")
        String region();

        Optional<String> bucket();

        Optional<String> accessKey();

        Optional<String> secretKey();

        /** Whether URLs name the bucket in their path, not in their host; by default everywhere but at Amazon. */
        Optional<Boolean> pathStyle();
    }
}
