package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers in a map; the clock is moved by hand. */
public final class InMemoryReplays implements Replays {

    private static final Duration KEPT = Duration.ofHours(24);

    private record Key(UserId user, String key) {}

    private record Kept(Request request, Uni<Answer> answer, Instant at) {}

    private final Map<Key, Kept> kept = new HashMap<>();
    private Instant now = Instant.EPOCH;

    @Override
    public Uni<Answer> once(Request request, Supplier<Uni<Answer>> work) {
        return Uni.createFrom().deferred(() -> keptOr(request, work));
    }

    @Override
    public synchronized Uni<Integer> forget(int most) {
        List<Key> old = kept.entrySet().stream()
                .filter(entry -> entry.getValue().at().plus(KEPT).isBefore(now))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        old.forEach(kept::remove);
        return Uni.createFrom().item(old.size());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private synchronized Uni<Answer> keptOr(Request request, Supplier<Uni<Answer>> work) {
        Key key = new Key(request.user(), request.key());
        Kept known = kept.get(key);
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            Uni<Answer> answer =
                    work.get().onFailure().invoke(() -> drop(key)).memoize().indefinitely();
            kept.put(key, new Kept(request, answer, now));
            return answer;
        }
        return known.request().equals(request)
                ? known.answer()
                : Uni.createFrom().failure(Rejected.impossible("idempotency_key_reused", "another request"));
    }

    private synchronized void drop(Key key) {
        kept.remove(key);
    }
}
