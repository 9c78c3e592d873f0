package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.domain.Cap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Immutable values by id, newest first. */
final class LiveValues<T> {

    private final Map<UUID, T> values =
            new TreeMap<>(Comparator.comparing(UUID::toString).reversed());
    private final Function<T, UUID> id;

    LiveValues(Function<T, UUID> id) {
        this.id = id;
    }

    synchronized void add(T value) {
        if (values.putIfAbsent(id.apply(value), value) != null) {
            throw new IllegalStateException("there is one with this id already");
        }
    }

    /** Adds a value where there is room for one more beside those that count. */
    synchronized void add(T value, Cap cap, Predicate<T> counts) {
        cap.requireRoom(all(counts).size());
        add(value);
    }

    synchronized Optional<T> find(UUID wanted) {
        return Optional.ofNullable(values.get(wanted));
    }

    synchronized Optional<T> change(UUID wanted, UnaryOperator<T> change) {
        return Optional.ofNullable(values.computeIfPresent(wanted, (key, value) -> change.apply(value)));
    }

    synchronized void delete(UUID unwanted) {
        values.remove(unwanted);
    }

    synchronized List<T> all(Predicate<T> wanted) {
        return values.values().stream().filter(wanted).toList();
    }

    Page<T> page(Predicate<T> wanted, Page.Request page) {
        List<T> fetched = all(wanted).stream()
                .filter(value -> page.before()
                        .map(before -> id.apply(value).toString().compareTo(before.toString()) < 0)
                        .orElse(true))
                .limit(page.fetch())
                .toList();
        return page.page(fetched, id);
    }
}
