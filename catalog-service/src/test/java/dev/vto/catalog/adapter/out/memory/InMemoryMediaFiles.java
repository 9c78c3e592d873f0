package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaFiles;
import dev.vto.shared.id.UserId;
import dev.vto.shared.media.MediaKey;
import dev.vto.shared.media.PhotoRef;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of files that are there. */
public final class InMemoryMediaFiles implements MediaFiles {

    private final Set<MediaKey> keys = ConcurrentHashMap.newKeySet();

    @Override
    public Uni<Void> remove(Set<MediaKey> unwanted) {
        return Uni.createFrom().voidItem().invoke(() -> keys.removeAll(unwanted));
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
