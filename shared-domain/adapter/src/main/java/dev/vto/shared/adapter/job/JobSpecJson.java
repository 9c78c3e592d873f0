package dev.vto.shared.adapter.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.JobSpec;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Outfit;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.PhotoSlot;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import dev.vto.shared.media.PhotoRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of job specs, as {@code vto_job.spec} holds it. The kind is in the row, not in the JSON. Fields that a
 * reader does not know are ignored, so that an older worker can run beside a newer catalog.
 */
public final class JobSpecJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JobSpecJson() {}

    public static String write(JobSpec spec) {
        ObjectNode node = JSON.createObjectNode();
        if (spec instanceof ImageSpec image) {
            writeImage(node, image);
        } else if (spec instanceof VideoSpec video) {
            writeVideo(node, video);
        } else if (spec instanceof LetterSpec letter) {
            writeLetter(node, letter);
        }
        return node.toString();
    }

    /** @throws IllegalArgumentException if the text is not a spec of this kind; the message says what is wrong */
    public static JobSpec read(JobKind kind, String json) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the spec is not JSON", e);
        }
        return switch (kind) {
            case IMAGE -> readImage(node);
            case VIDEO -> readVideo(node);
            case LETTER -> readLetter(node);
        };
    }

    private static void writeImage(ObjectNode node, ImageSpec spec) {
        writeOutfits(node, spec.outfits());
        ArrayNode views = node.putArray("views");
        spec.views().forEach(view -> views.add(view.name()));
        node.put("count", spec.count());
        node.put("seed", spec.seed());
        ObjectNode person = node.putObject("person");
        if (spec.person().preset() != null) {
            person.put("preset", spec.person().preset());
        }
        if (spec.person().photo() != null) {
            person.put("imageUrl", spec.person().photo().value());
        }
    }

    private static ImageSpec readImage(JsonNode node) {
        JsonNode person = required(node, "person");
        return new ImageSpec(
                readOutfits(node),
                list(node, "views", view -> View.valueOf(view.asText())),
                required(node, "count").asInt(),
                required(node, "seed").asLong(),
                new Person(
                        person.path("preset").asText(null),
                        person.hasNonNull("imageUrl")
                                ? new PhotoRef(person.get("imageUrl").asText())
                                : null));
    }

    private static void writeVideo(ObjectNode node, VideoSpec spec) {
        if (spec.productId() != null) {
            node.put("productId", spec.productId().toString());
        }
        ArrayNode images = node.putArray("images");
        for (VideoSpec.Source source : spec.images()) {
            ObjectNode image = images.addObject();
            image.put("imageId", source.imageId().toString());
            image.put("photo", source.photo().value());
            if (source.view() != null) {
                image.put("view", source.view().name());
            }
            image.put("aiGenerated", source.aiGenerated());
        }
        node.put("seconds", spec.seconds());
        node.put("aspect", spec.aspect().wireName());
        node.put("seed", spec.seed());
    }

    private static VideoSpec readVideo(JsonNode node) {
        String aspect = required(node, "aspect").asText();
        return new VideoSpec(
                productId(node.path("productId").asText(null)),
                list(
                        node,
                        "images",
                        image -> new VideoSpec.Source(
                                new ImageId(UUID.fromString(
                                        required(image, "imageId").asText())),
                                new PhotoRef(required(image, "photo").asText()),
                                image.hasNonNull("view")
                                        ? View.valueOf(image.get("view").asText())
                                        : null,
                                image.path("aiGenerated").asBoolean())),
                required(node, "seconds").asInt(),
                Aspect.ofWireName(aspect)
                        .orElseThrow(() -> new IllegalArgumentException("the spec's aspect is not known: " + aspect)),
                required(node, "seed").asLong());
    }

    private static void writeLetter(ObjectNode node, LetterSpec spec) {
        node.put("projectName", spec.projectName());
        writeOutfits(node, spec.outfits());
        node.put("tone", spec.tone().name());
        node.put("language", spec.language());
    }

    private static LetterSpec readLetter(JsonNode node) {
        return new LetterSpec(
                required(node, "projectName").asText(),
                readOutfits(node),
                LetterSpec.Tone.valueOf(required(node, "tone").asText()),
                required(node, "language").asText());
    }

    private static void writeOutfits(ObjectNode node, List<Outfit> outfits) {
        ArrayNode array = node.putArray("outfits");
        for (Outfit outfit : outfits) {
            ObjectNode item = array.addObject();
            item.put("productId", outfit.productId().toString());
            ObjectNode photos = item.putObject("photos");
            for (PhotoSlot slot : PhotoSlot.values()) {
                PhotoRef photo = outfit.photos().get(slot);
                if (photo != null) {
                    photos.put(slot.wireName(), photo.value());
                }
            }
        }
    }

    private static List<Outfit> readOutfits(JsonNode node) {
        return list(node, "outfits", item -> {
            Map<PhotoSlot, PhotoRef> photos = new EnumMap<>(PhotoSlot.class);
            required(item, "photos").fields().forEachRemaining(photo -> PhotoSlot.ofWireName(photo.getKey())
                    .ifPresent(slot ->
                            photos.put(slot, new PhotoRef(photo.getValue().asText()))));
            return new Outfit(
                    new ProductId(UUID.fromString(required(item, "productId").asText())), photos);
        });
    }

    private static @Nullable ProductId productId(@Nullable String text) {
        return text == null ? null : new ProductId(UUID.fromString(text));
    }

    private static JsonNode required(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("the spec has no " + field);
        }
        return value;
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> reader) {
        List<T> items = new ArrayList<>();
        required(node, field).forEach(item -> items.add(reader.apply(item)));
        return items;
    }
}
