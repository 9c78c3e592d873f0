package dev.vto.worker.application;

import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.LostRun;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The files of one run, under the keys of its claim. They are known from before they are stored, so that none is left
 * when the run comes to nothing, not even one that was being stored when the run was stopped.
 */
final class RunFiles {

    private final MediaStore media;
    private final MediaKey folder;
    private final List<MediaKey> keys = new ArrayList<>();
    private CompletableFuture<Void> storing = CompletableFuture.completedFuture(null);
    private boolean discarded;

    RunFiles(MediaStore media, ClaimedJob job) {
        this.media = media;
        this.folder = folder(job);
    }

    /** Below it are the files of this run and of no other. */
    static MediaKey folder(ClaimedJob job) {
        return folder(new LostRun(job.ownerId(), job.id(), job.claim()));
    }

    /** Below it are the files of that run and of no other. */
    static MediaKey folder(LostRun run) {
        return new MediaKey(run.ownerId() + "/" + run.id() + "/" + run.claim());
    }

    /** Stores a local file and answers its key; fails where the run is over. */
    Uni<MediaKey> store(Path file, String name) {
        return put(name + extension(file), key -> media.store(file, key));
    }

    /** Stores a stored file once more, for this run, and answers its key; fails where the run is over. */
    Uni<MediaKey> copy(MediaKey stored, String name) {
        return put(name + extension(stored.value()), key -> media.copy(stored, key));
    }

    static String extension(Path file) {
        return extension(file.toString());
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.'));
    }

    private Uni<MediaKey> put(String name, Function<MediaKey, Uni<Void>> write) {
        MediaKey key = new MediaKey(folder.value() + "/" + name);
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> stored;
            synchronized (keys) {
                if (discarded) {
                    return Uni.createFrom().failure(new CancellationException("the run is over"));
                }
                keys.add(key);
                stored = write.apply(key).subscribeAsCompletionStage();
                storing = stored;
            }
            // A copy, since a cancelled run would cancel the future itself, and with it the knowledge of its end.
            return Uni.createFrom().completionStage(stored.copy()).replaceWith(key);
        });
    }

    /** Removes what was stored. What cannot be removed must not hide how the run ended. */
    Uni<Void> discard() {
        List<MediaKey> stored;
        CompletableFuture<Void> last;
        synchronized (keys) {
            discarded = true;
            stored = List.copyOf(keys);
            last = storing;
        }
        return Uni.createFrom()
                .completionStage(last.copy())
                .onFailure()
                .recoverWithNull()
                .chain(() -> media.remove(stored))
                .onFailure()
                .recoverWithNull();
    }
}
