package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Page;
import dev.vto.catalog.application.port.Restorable;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Results of one kind in maps; the results that they are part of are told of each change. */
abstract class InMemoryRestorable<I, T> implements Restorable<I, T> {

    /** What there is to know of a result. */
    record Place(UUID id, ProjectId project, ProductId product, int version) {}

    private record Deleted<T>(T value, Instant at) {}

    final LiveValues<T> live;
    private final Map<UUID, Deleted<T>> deleted = new HashMap<>();
    private final InMemoryResults results;
    private final Function<I, UUID> uuid;
    private final Function<T, Place> place;

    InMemoryRestorable(InMemoryResults results, Function<I, UUID> uuid, Function<T, Place> place) {
        this.live = new LiveValues<>(value -> place.apply(value).id());
        this.results = results;
        this.uuid = uuid;
        this.place = place;
    }

    /** The value with the next version, changed now. */
    abstract T edited(T value, Instant now);

    @Override
    public Uni<Optional<ProjectId>> projectOf(I id, Instant since) {
        return Uni.createFrom().item(() -> live.find(uuid.apply(id))
                .or(() -> deletedSince(id, since))
                .map(value -> place.apply(value).project()));
    }

    @Override
    public Uni<Optional<T>> delete(I id, Precondition precondition) {
        return changeLive(id, precondition, value -> {
            T gone = edited(value, results.now());
            drop(gone);
            return gone;
        });
    }

    @Override
    public Uni<Optional<T>> restore(I id, Instant since) {
        return Uni.createFrom().item(() -> {
            Optional<T> already = live.find(uuid.apply(id));
            return already.isPresent() ? already : deletedSince(id, since).map(this::bringBack);
        });
    }

    @Override
    public Uni<Page<T>> listDeleted(ProjectId project, Instant since, Page.Request page) {
        return Uni.createFrom().item(() -> {
            LiveValues<T> listed = new LiveValues<>(value -> place.apply(value).id());
            deleted.values().stream()
                    .filter(gone -> !gone.at().isBefore(since))
                    .map(Deleted::value)
                    .filter(value -> place.apply(value).project().equals(project))
                    .filter(value -> results.isLive(place.apply(value).product()))
                    .forEach(listed::add);
            return listed.page(value -> true, page);
        });
    }

    /** Somebody else deleted it. */
    void drop(UUID id) {
        live.find(id).ifPresent(this::drop);
    }

    Uni<Optional<T>> changeLive(I id, Precondition precondition, UnaryOperator<T> change) {
        return Uni.createFrom().item(() -> live.find(uuid.apply(id)).map(value -> {
            precondition.require(place.apply(value).version());
            T changed = change.apply(value);
            live.change(uuid.apply(id), same -> changed);
            recount(changed);
            return changed;
        }));
    }

    void restored(T value) {}

    void recount(T value) {
        results.recount(place.apply(value).project(), place.apply(value).product());
    }

    private T bringBack(T value) {
        if (!results.isLive(place.apply(value).product())) {
            throw Rejected.conflict(
                    "product_deleted", "The product that this belongs to is deleted: restore it first.");
        }
        T back = edited(value, results.now());
        deleted.remove(place.apply(value).id());
        live.add(back);
        restored(back);
        recount(back);
        return back;
    }

    private void drop(T value) {
        live.delete(place.apply(value).id());
        deleted.put(place.apply(value).id(), new Deleted<>(value, results.now()));
    }

    private Optional<T> deletedSince(I id, Instant since) {
        return Optional.ofNullable(deleted.get(uuid.apply(id)))
                .filter(gone -> !gone.at().isBefore(since))
                .map(Deleted::value);
    }
}
