package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.id.ProductId;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A run that is to end with results. */
record Ending(ClaimedJob job, Made made) {

    UUID jobId() {
        return job.id().value();
    }

    UUID projectId() {
        return job.projectId().value();
    }

    /** All that the results are of. */
    Stream<UUID> productIds() {
        return Stream.concat(made.pictures().stream().map(Made.Picture::productId), Stream.ofNullable(job.productId()))
                .map(ProductId::value)
                .distinct();
    }

    Stream<Made.Letter> letter() {
        return Stream.ofNullable(made.letter());
    }

    /** The fields of the event that tell what there is now. */
    JsonObject results() {
        JsonObject results = new JsonObject();
        if (!made.pictures().isEmpty()) {
            results.put("imageIds", ids(made.pictures(), picture -> picture.id().value()));
        }
        if (!made.clips().isEmpty()) {
            results.put("videoIds", ids(made.clips(), clip -> clip.id().value()));
        }
        letter().forEach(letter -> results.put("letterId", letter.id().toString()));
        return results;
    }

    private static <T> JsonArray ids(List<T> items, Function<T, UUID> id) {
        return new JsonArray(items.stream().map(id).map(UUID::toString).toList());
    }
}
