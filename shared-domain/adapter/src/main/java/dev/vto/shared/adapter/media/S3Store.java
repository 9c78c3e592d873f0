package dev.vto.shared.adapter.media;

import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.MediaKey;
import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.http.Method;
import io.minio.messages.DeleteError;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import io.minio.messages.ListMultipartUploadsResult;
import io.minio.messages.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files in a bucket of a store that speaks S3. A file is named by its key there; a large one is sent in parts, which
 * become an object together or not at all. The bucket holds nothing else: parts that nobody completed are removed from
 * it, whoever sent them.
 */
public final class S3Store implements MediaStorage {

    /** What is larger is sent in parts of this size: a picture goes at once, a long video in some. */
    private static final long PART = 64L << 20;

    /** As many names as S3 lists or removes at once. */
    private static final int PAGE = 1000;

    /** How long {@link Found#source} can be read from. */
    private static final int READABLE_MINUTES = 15;

    private final String bucket;
    private final MinioAsyncClient client;
    private final long part;

    S3Store(String bucket, MinioAsyncClient client, long part) {
        this.bucket = bucket;
        this.client = client;
        this.part = part;
    }

    /** @throws UncheckedIOException if there is no such bucket, or it is not ours to use */
    static S3Store open(String bucket, MinioAsyncClient client) {
        S3Store store = new S3Store(bucket, client, PART);
        try {
            if (!S3Failures.ask(() -> client.bucketExists(
                            BucketExistsArgs.builder().bucket(bucket).build())
                    .get())) {
                throw new NoSuchFileException("there is none");
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("bucket " + bucket + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void put(Path file, MediaKey key) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        UploadObjectArgs upload = UploadObjectArgs.builder()
                .bucket(bucket)
                .object(key.value())
                .filename(file.toString(), part)
                .contentType(MediaFormat.of(key).map(MediaFormat::contentType).orElse("application/octet-stream"))
                .build();
        S3Failures.ask(() -> client.uploadObject(upload).get());
        Files.deleteIfExists(file);
    }

    @Override
    public void copy(MediaKey from, MediaKey to) throws IOException {
        CopyObjectArgs copy = CopyObjectArgs.builder()
                .bucket(bucket)
                .object(to.value())
                .source(CopySource.builder().bucket(bucket).object(from.value()).build())
                .build();
        S3Failures.ask(() -> client.copyObject(copy).get());
    }

    @Override
    public Optional<Found> find(MediaKey key) throws IOException {
        StatObjectArgs stat =
                StatObjectArgs.builder().bucket(bucket).object(key.value()).build();
        try {
            long bytes = S3Failures.ask(() -> client.statObject(stat).get()).size();
            return Optional.of(new Found(bytes, readableUrl(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Signed here: the store is not asked. */
    URI readableUrl(MediaKey key) throws IOException {
        GetPresignedObjectUrlArgs url = GetPresignedObjectUrlArgs.builder()
                .method(Method.GET)
                .bucket(bucket)
                .object(key.value())
                .expiry(READABLE_MINUTES, TimeUnit.MINUTES)
                .build();
        return URI.create(S3Failures.ask(() -> client.getPresignedObjectUrl(url)));
    }

    @Override
    public Optional<Path> fetch(MediaKey key, Supplier<Path> folder) throws IOException {
        GetObjectArgs get =
                GetObjectArgs.builder().bucket(bucket).object(key.value()).build();
        try (GetObjectResponse body = S3Failures.ask(() -> client.getObject(get).get())) {
            String name = key.value().substring(key.value().lastIndexOf('/') + 1);
            return Optional.of(save(body, Files.createTempFile(folder.get(), "stored-", "-" + name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Path save(GetObjectResponse body, Path file) throws IOException {
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void delete(Collection<MediaKey> keys) throws IOException {
        remove(keys.stream().map(MediaKey::value));
    }

    @Override
    public void deleteFolder(MediaKey folder) throws IOException {
        String last = null;
        List<Item> page;
        do {
            page = page(folder.value() + "/", last, PAGE);
            remove(page.stream().map(Item::objectName));
            last = lastOf(page, last);
        } while (page.size() == PAGE);
    }

    private void remove(Stream<String> names) throws IOException {
        RemoveObjectsArgs objects = RemoveObjectsArgs.builder()
                .bucket(bucket)
                .objects(names.map(DeleteObject::new).toList())
                .build();
        for (Result<DeleteError> refused : client.removeObjects(objects)) {
            DeleteError error = S3Failures.ask(refused::get);
            throw new IOException(
                    "the store does not remove " + error.objectName() + ": " + error.code() + ", " + error.message());
        }
    }

    @Override
    public List<Listed> list(@Nullable MediaKey after, int most) throws IOException {
        List<Listed> files = new ArrayList<>();
        String last = after == null ? null : after.value();
        List<Item> page;
        int asked;
        do {
            asked = Math.min(PAGE, most - files.size());
            page = page("", last, asked);
            page.forEach(item -> listed(item).ifPresent(files::add));
            last = lastOf(page, last);
        } while (page.size() == asked && files.size() < most);
        return files;
    }

    /** Empty for what has no name of ours: somebody else put it there. */
    private static Optional<Listed> listed(Item item) {
        try {
            return Optional.of(new Listed(
                    new MediaKey(item.objectName()),
                    item.size(),
                    item.lastModified().toInstant()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The objects after a name, in the order of their names; fewer than {@code most} only at the end. */
    private List<Item> page(String prefix, @Nullable String after, int most) throws IOException {
        ListObjectsArgs list = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .startAfter(after)
                .maxKeys(most)
                .build();
        List<Item> page = new ArrayList<>();
        for (Result<Item> item : client.listObjects(list)) {
            page.add(S3Failures.ask(item::get));
            if (page.size() == most) {
                break;
            }
        }
        return page;
    }

    private static @Nullable String lastOf(List<Item> page, @Nullable String before) {
        return page.isEmpty() ? before : page.get(page.size() - 1).objectName();
    }

    @Override
    public void deleteUnfinished(Instant before) throws IOException {
        ListMultipartUploadsResult page = uploads(null, null);
        abandon(page, before);
        while (page.isTruncated()) {
            page = uploads(page.nextKeyMarker(), page.nextUploadIdMarker());
            abandon(page, before);
        }
    }

    private ListMultipartUploadsResult uploads(@Nullable String afterKey, @Nullable String afterId) throws IOException {
        return S3Failures.ask(() -> client.listMultipartUploadsAsync(
                                bucket, null, null, null, afterKey, PAGE, null, afterId, null, null)
                        .get())
                .result();
    }

    /** Whoever sends the parts may complete them at any moment. */
    private void abandon(ListMultipartUploadsResult page, Instant before) throws IOException {
        for (Upload upload : page.uploads()) {
            if (upload.initiated().toInstant().isBefore(before)) {
                try {
                    S3Failures.ask(() -> client.abortMultipartUploadAsync(
                                    bucket, null, upload.objectName(), upload.uploadId(), null, null)
                            .get());
                } catch (NoSuchFileException e) {
                    continue;
                }
            }
        }
    }
}
