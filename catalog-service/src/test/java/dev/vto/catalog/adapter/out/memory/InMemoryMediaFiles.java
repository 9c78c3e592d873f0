package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys of files that are there, one byte each. */
public final class InMemoryMediaFiles implements MediaFiles {

    private final Map<MediaKey, Instant> files = new ConcurrentSkipListMap<>(Comparator.comparing(MediaKey::value));

    private final AtomicInteger callsUntilCrash = new AtomicInteger();

    /** The removal so many calls from now is done, and then the process is gone. */
    public void crashAfter(int calls) {
        callsUntilCrash.set(calls);
    }

    @Override
    public Uni<Void> remove(Set<MediaKey> unwanted) {
        return Uni.createFrom().voidItem().invoke(() -> {
            unwanted.forEach(files::remove);
            if (callsUntilCrash.decrementAndGet() == 0) {
                throw new IllegalStateException("crash");
            }
        });
    }

    @Override
    public Uni<Void> removeAllOf(UserId owner) {
        return Uni.createFrom().voidItem().invoke(() -> files.keySet()
                .removeIf(key -> key.owner().equals(owner.toString())));
    }

    @Override
    public Uni<List<StoredFile>> list(Optional<MediaKey> after, int most) {
        return Uni.createFrom().item(() -> files.entrySet().stream()
                .filter(file -> after.isEmpty()
                        || file.getKey().value().compareTo(after.get().value()) > 0)
                .limit(most)
                .map(file -> new StoredFile(file.getKey(), 1, file.getValue()))
                .toList());
    }

    @Override
    public Uni<Void> removeUnfinished(Instant before) {
        return Uni.createFrom().voidItem();
    }

    /** @param ref as columns hold it */
    public void add(String ref) {
        add(new PhotoRef(ref).key().orElseThrow(), Instant.EPOCH);
    }

    public void add(MediaKey key, Instant stored) {
        files.put(key, stored);
    }

    public boolean has(String ref) {
        return files.containsKey(new PhotoRef(ref).key().orElseThrow());
    }

    public Set<MediaKey> keys() {
        return Set.copyOf(files.keySet());
    }
}
