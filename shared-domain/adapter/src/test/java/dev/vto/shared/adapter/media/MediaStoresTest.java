package dev.vto.shared.adapter.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStoresTest {

    /** Nobody listens there. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    @TempDir
    Path folder;

    @Test
    void opensAFolder() {
        assertThat(MediaStores.open(file(Optional.of(folder)))).isInstanceOf(FileStore.class);
    }

    @Test
    void saysThatAFolderIsNeeded() {
        assertThatThrownBy(() -> MediaStores.open(file(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vto.media-dir is needed where vto.media-store is file");
    }

    @ParameterizedTest
    @CsvSource({",access,secret,vto.s3.bucket", "photos,,secret,vto.s3.access-key", "photos,access,,vto.s3.secret-key"})
    void saysWhatAStoreNeeds(String bucket, String accessKey, String secretKey, String missing) {
        BucketSettings settings = new BucketSettings(
                NOWHERE,
                Optional.ofNullable(bucket),
                Optional.ofNullable(accessKey),
                Optional.ofNullable(secretKey),
                Optional.empty());

        assertThatThrownBy(() -> MediaStores.open(s3(settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(missing + " is needed where vto.media-store is s3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minio:9000:1", "ftp://minio", "http://minio/path", "http://mi nio"})
    void saysWhatAnEndpointIs(String endpoint) {
        assertThatThrownBy(() -> MediaStores.open(s3(BucketSettings.at(endpoint))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("vto.s3.endpoint is http or https with host and port");
    }

    @Test
    void doesNotBeginWithABucketThatCannotBeUsed() {
        assertThatThrownBy(() -> MediaStores.open(s3(BucketSettings.at(NOWHERE))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("bucket photos cannot be used: ")
                .message()
                .doesNotContain("top-secret");
    }

    private MediaSettings file(Optional<Path> mediaDir) {
        return new Settings(MediaSettings.Store.FILE, mediaDir, BucketSettings.at(NOWHERE));
    }

    private MediaSettings s3(BucketSettings bucket) {
        return new Settings(MediaSettings.Store.S3, Optional.empty(), bucket);
    }

    private record Settings(MediaSettings.Store mediaStore, Optional<Path> mediaDir, MediaSettings.S3 s3)
            implements MediaSettings {}
}
