package dev.vto.worker.fake;

import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Files as bytes by key, and no site beside them. A store can be held, as a slow disk would. */
public final class InMemoryMediaStore implements MediaStore {

    private final Map<MediaKey, byte[]> files = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

    public void put(MediaKey key, byte[] bytes) {
        files.put(key, bytes.clone());
    }

    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        files.keySet().forEach(key -> keys.add(key.value()));
        return keys;
    }

    /** From now on files are stored only when the future completes, whether their storer still waits or not. */
    public CompletableFuture<Void> holdStores() {
        gate = new CompletableFuture<>();
        return gate;
    }

    @Override
    public Uni<Path> fetch(PhotoRef photo, Supplier<Path> folder) {
        return Uni.createFrom().item(() -> {
            MediaKey key =
                    photo.key().orElseThrow(() -> GenerationFailed.invalidInput("No site is public here.", null));
            byte[] bytes = files.get(key);
            if (bytes == null) {
                throw GenerationFailed.invalidInput("A photo of this job is gone.", null);
            }
            try {
                return Files.write(Files.createTempFile(folder.get(), "photo", ".jpg"), bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Uni<Void> store(Path file, MediaKey key) {
        return Uni.createFrom()
                .emitter(storer -> gate.thenRun(() -> {
                    try {
                        files.put(key, Files.readAllBytes(file));
                        Files.delete(file);
                        storer.complete(null);
                    } catch (IOException e) {
                        storer.fail(new UncheckedIOException(e));
                    }
                }));
    }

    @Override
    public Uni<Void> copy(MediaKey from, MediaKey to) {
        return Uni.createFrom().item(() -> {
            files.put(to, Objects.requireNonNull(files.get(from), "nothing is stored under " + from));
            return null;
        });
    }

    @Override
    public Uni<Void> remove(List<MediaKey> keys) {
        return Uni.createFrom().item(() -> {
            keys.forEach(files::remove);
            return null;
        });
    }

    @Override
    public Uni<Void> removeFolder(MediaKey folder) {
        return Uni.createFrom().item(() -> {
            files.keySet().removeIf(key -> key.value().startsWith(folder.value() + "/"));
            return null;
        });
    }
}
