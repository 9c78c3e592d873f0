package dev.vto.shared.adapter.media;

import java.util.Optional;

/** Settings of a bucket, as a test gives them. */
record BucketSettings(
        String endpoint,
        Optional<String> bucket,
        Optional<String> accessKey,
        Optional<String> secretKey,
        Optional<Boolean> pathStyle)
        implements MediaSettings.S3 {

    static BucketSettings at(String endpoint) {
        return new BucketSettings(
                endpoint, Optional.of("photos"), Optional.of("access"), Optional.of("top-secret"), Optional.empty());
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    BucketSettings withPathStyle(boolean inPath) {
        return new BucketSettings(endpoint, bucket, accessKey, secretKey, Optional.of(inPath));
    }
}
