package dev.vto.catalog.adapter.out.memory;

import dev.vto.catalog.application.port.Pictures;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.result.Picture;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Images or videos in maps. */
final class InMemoryPictures<I, T> extends InMemoryRestorable<I, T> implements Pictures<I, T> {

    private final Map<UUID, Integer> selections = new HashMap<>();
    private int selectionCount;
    private final Function<T, I> id;
    private final Function<I, UUID> uuid;
    private final Function<T, Picture> picture;
    private final BiFunction<T, Picture, T> with;

    InMemoryPictures(
            InMemoryResults results,
            Function<T, I> id,
            Function<I, UUID> uuid,
            Function<T, ProjectId> project,
            Function<T, Picture> picture,
            BiFunction<T, Picture, T> with) {
        super(results, uuid, value -> place(uuid.apply(id.apply(value)), project.apply(value), picture.apply(value)));
        this.id = id;
        this.uuid = uuid;
        this.picture = picture;
        this.with = with;
    }

    @Override
    public Uni<Optional<T>> select(I wanted, boolean selected, Precondition precondition) {
        return changeLive(wanted, precondition, value -> {
            Picture now = picture.apply(value);
            if (now.selected() == selected) {
                return value;
            }
            selections.put(uuid.apply(wanted), ++selectionCount);
            return with.apply(value, copy(now, selected, now.updatedAt()));
        });
    }

    /** The last selected live one of the product. */
    Optional<I> keyOf(ProductId product) {
        return selected(value -> product.equals(picture.apply(value).productId())).stream()
                .max(Comparator.comparing(value -> selections.getOrDefault(uuid.apply(id.apply(value)), -1)))
                .map(id);
    }

    List<T> selected(Function<T, Boolean> wanted) {
        return live.all(value -> picture.apply(value).selected() && wanted.apply(value));
    }

    @Override
    T edited(T value, Instant now) {
        Picture before = picture.apply(value);
        return with.apply(value, copy(before, before.selected(), now));
    }

    private static Place place(UUID id, ProjectId project, Picture picture) {
        return new Place(id, project, picture.productId(), picture.version());
    }

    private static Picture copy(Picture picture, boolean selected, Instant now) {
        return new Picture(
                picture.productId(),
                picture.jobId(),
                picture.url(),
                picture.thumbnail(),
                picture.position(),
                selected,
                picture.width(),
                picture.height(),
                picture.bytes(),
                picture.contentType(),
                picture.provider(),
                picture.model(),
                picture.seed(),
                picture.aiGenerated(),
                picture.version() + 1,
                picture.createdAt(),
                now);
    }
}
