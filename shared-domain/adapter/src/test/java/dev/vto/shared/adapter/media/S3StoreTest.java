package dev.vto.shared.adapter.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.media.MediaKey;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTest extends MediaStorageContract {

    /** The smallest part that S3 takes: the contract's large file has three. */
    private static final long PART = 5L << 20;

    private static final MediaKey KEY = new MediaKey("owner/job/1/0.jpg");

    @TempDir
    static Path stored;

    @TempDir
    Path folder;

    private static S3Server server;
    private static MinioAsyncClient client;
    private static int buckets;

    private String bucket;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start(stored);
        client = S3Client.of(BucketSettings.at(server.endpoint()), "access", "secret");
    }

    @AfterAll
    static void stopServer() throws Exception {
        client.close();
        server.close();
    }

    @Override
    protected MediaStorage emptyStorage() throws IOException {
        bucket = "bucket-" + buckets++;
        S3Failures.ask(
                () -> client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build())
                        .get());
        return new S3Store(bucket, client, PART);
    }

    @Test
    void givesACopyThatTheCallerMayChange() throws IOException {
        MediaStorage store = emptyStorage();
        store.put(Files.write(folder.resolve("sent"), new byte[] {1}), KEY);

        Path first = store.fetch(KEY, () -> folder).orElseThrow();
        Files.write(first, new byte[] {2});

        assertThat(first).hasParent(folder);
        assertThat(first.toString()).endsWith("0.jpg");
        assertThat(store.fetch(KEY, () -> folder).orElseThrow()).hasBinaryContent(new byte[] {1});
    }

    @Test
    void givesPartsOfAFileByItsUrl() throws IOException {
        MediaStorage store = emptyStorage();
        store.put(Files.write(folder.resolve("sent"), new byte[] {0, 1, 2, 3, 4}), KEY);

        HttpURLConnection part = (HttpURLConnection)
                store.find(KEY).orElseThrow().source().toURL().openConnection();
        part.setRequestProperty("Range", "bytes=1-3");

        assertThat(part.getResponseCode()).isEqualTo(206);
        assertThat(part.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void tellsTheStoreWhatKindOfFileItIs() throws IOException {
        MediaStorage store = emptyStorage();
        store.put(Files.write(folder.resolve("sent"), new byte[] {1}), KEY);

        assertThat(S3Failures.ask(() -> client.statObject(StatObjectArgs.builder()
                                        .bucket(bucket)
                                        .object(KEY.value())
                                        .build())
                                .get())
                        .contentType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void listsNoFilesOfOthers() throws IOException {
        MediaStorage store = emptyStorage();
        store.put(Files.write(folder.resolve("sent"), new byte[] {1}), KEY);
        for (String name : List.of("a+b/c.jpg", "owner/job/", "owner/ö.jpg", "zz zz")) {
            S3Failures.ask(() -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(
                                    new ByteArrayInputStream(new byte[] {1}), 1, -1)
                            .build())
                    .get());
        }

        assertThat(store.list(null, 1)).extracting(MediaStorage.Listed::key).containsExactly(KEY);
        assertThat(store.list(KEY, 10)).isEmpty();
    }

    @Test
    void removesPartsThatNobodyCompleted() throws IOException {
        MediaStorage store = emptyStorage();
        beginUpload("a.mp4");
        beginUpload("b.mp4");
        Instant begun = Instant.now();

        store.deleteUnfinished(begun.minus(Duration.ofHours(1)));
        assertThat(unfinished()).containsExactlyInAnyOrder("a.mp4", "b.mp4");
        store.deleteUnfinished(begun.plus(Duration.ofHours(1)));

        assertThat(unfinished()).isEmpty();
    }

    @Test
    void leavesNoPartsOfALargeFile() throws IOException {
        MediaStorage store = emptyStorage();

        store.put(Files.write(folder.resolve("sent"), new byte[(int) PART + 1]), KEY);

        assertThat(store.find(KEY).orElseThrow().bytes()).isEqualTo(PART + 1);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void doesNotTakeABucketThatIsNotThereForAnEmptyOne() {
        MediaStorage store = new S3Store("nowhere", client, PART);

        assertThatThrownBy(() -> store.list(null, 10)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.fetch(KEY, () -> folder)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> S3Store.open("nowhere", client))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("bucket nowhere cannot be used: there is none");
    }

    @Test
    void saysThatAStoreCannotBeReachedAndKeepsTheFile() throws Exception {
        String nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = "http://127.0.0.1:" + closed.getLocalPort();
        }
        MinioAsyncClient unreached = S3Client.of(BucketSettings.at(nobody), "access", "secret");
        MediaStorage store = new S3Store("bucket", unreached, PART);
        Path file = Files.write(folder.resolve("sent"), new byte[] {1});

        assertThatThrownBy(() -> store.put(file, KEY)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.find(KEY)).isInstanceOf(IOException.class);
        assertThat(file).exists();
        unreached.close();
    }

    @Test
    void namesTheBucketInHostOrPathAsItIsTold() throws IOException {
        BucketSettings settings = BucketSettings.at("https://store.example");

        assertThat(urlAt(settings)).hasHost("store.example").hasPath("/photos/owner/job/1/0.jpg");
        assertThat(urlAt(settings.withPathStyle(true))).hasPath("/photos/owner/job/1/0.jpg");
        assertThat(urlAt(settings.withPathStyle(false)))
                .hasHost("photos.store.example")
                .hasPath("/owner/job/1/0.jpg");
        assertThat(urlAt(BucketSettings.at("https://s3.amazonaws.com"))).hasHost("photos.s3.us-east-1.amazonaws.com");
    }

    private static URI urlAt(BucketSettings settings) throws IOException {
        return new S3Store("photos", S3Client.of(settings, "access", "secret"), PART).readableUrl(KEY);
    }

    private void beginUpload(String name) throws IOException {
        S3Failures.ask(() -> client.createMultipartUploadAsync(bucket, null, name, null, null)
                .get());
    }

    private List<String> unfinished() throws IOException {
        List<String> names = new ArrayList<>();
        S3Failures.ask(() -> client.listMultipartUploadsAsync(
                                bucket, null, null, null, null, null, null, null, null, null)
                        .get())
                .result()
                .uploads()
                .forEach(upload -> names.add(upload.objectName()));
        return names;
    }
}
