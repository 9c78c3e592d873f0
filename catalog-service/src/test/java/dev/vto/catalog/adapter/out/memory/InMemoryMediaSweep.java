package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.MediaSweep;
import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One round, and the files that something names. */
public final class InMemoryMediaSweep implements MediaSweep {

    private final Clock clock;
    private final Set<MediaKey> named = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean taken = new AtomicBoolean();
    private Optional<MediaKey> after = Optional.empty();
    private Instant restsUntil = Instant.MIN;

    public InMemoryMediaSweep(Clock clock) {
        this.clock = clock;
    }

    public void name(MediaKey key) {
        named.add(key);
    }

    @Override
    public Uni<Boolean> step(Duration rest, Function<Optional<MediaKey>, Uni<Optional<MediaKey>>> step) {
        return Uni.createFrom().deferred(() -> {
            if (restsUntil.isAfter(clock.instant()) || !taken.compareAndSet(false, true)) {
                return Uni.createFrom().item(false);
            }
            return step.apply(after)
                    .map(last -> {
                        after = last;
                        if (last.isEmpty()) {
                            restsUntil = clock.instant().plus(rest);
                        }
                        return last.isPresent();
                    })
                    .onTermination()
                    .invoke(() -> taken.set(false));
        });
    }

    @Override
    public Uni<Set<MediaKey>> unnamed(Set<MediaKey> keys) {
        return Uni.createFrom().item(() -> {
            Set<MediaKey> unnamed = new HashSet<>(keys);
            unnamed.removeAll(named);
            return unnamed;
        });
    }
}
