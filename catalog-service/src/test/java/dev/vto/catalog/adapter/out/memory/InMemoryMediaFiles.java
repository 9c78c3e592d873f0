package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The keys of files that are there. */
public final class InMemoryMediaFiles implements MediaFiles {

    private final Set<MediaKey> keys = ConcurrentHashMap.newKeySet();

    private final AtomicInteger callsUntilCrash = new AtomicInteger();

    /** The removal so many calls from now is done, and then the process is gone. */
    public void crashAfter(int calls) {
        callsUntilCrash.set(calls);
    }

    @Override
    public Uni<Void> remove(Set<MediaKey> unwanted) {
        return Uni.createFrom().voidItem().invoke(() -> {
            keys.removeAll(unwanted);
            if (callsUntilCrash.decrementAndGet() == 0) {
                throw new IllegalStateException("crash");
            }
        });
    }

    @Override
    public Uni<Void> removeAllOf(UserId owner) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> keys.removeIf(key -> key.owner().equals(owner.toString())));
    }

    /** @param ref as columns hold it */
    public void add(String ref) {
        keys.add(new PhotoRef(ref).key().orElseThrow());
    }

    public boolean has(String ref) {
        return keys.contains(new PhotoRef(ref).key().orElseThrow());
    }

    public Set<MediaKey> keys() {
        return Set.copyOf(keys);
    }
}
