package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.JobRequest;
import dev.vto.shared.id.ImageId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.ImageSpec;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.Person;
import dev.vto.shared.job.VideoSpec;
import dev.vto.shared.job.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the body of a job's submission. */
final class JobBody {

    /** Seeds stay within what a JSON number holds exactly in every language. */
    static final long MAX_SEED = (1L << 53) - 1;

    static final int MAX_USED_AMOUNT = 1_000_000;
    static final int MAX_POINT_TYPE = 32;
    private static final String[] SHARED = {"kind", "productId", "seed", "priority", "usedPointType", "usedAmount"};

    private JobBody() {}

    static JobRequest read(String text, PhotoUrls urls) {
        String[] all = fields("views", "count", "person", "imageIds", "seconds", "aspect", "tone", "language");
        JsonBody any = JsonBody.parse(text, all);
        JobKind kind = any.required("kind", any.oneOf("kind", JobKind.class)).orElse(JobKind.IMAGE);
        any.done();
        return switch (kind) {
            case IMAGE -> request(JsonBody.parse(text, fields("views", "count", "person")), JobBody.pictures(urls));
            case VIDEO -> request(JsonBody.parse(text, fields("imageIds", "seconds", "aspect")), JobBody::clip);
            case LETTER -> request(JsonBody.parse(text, fields("tone", "language")), JobBody::words);
        };
    }

    private interface WishReader {
        JobRequest.Wish read(JsonBody json);
    }

    private static JobRequest request(JsonBody json, WishReader wish) {
        Optional<ProductId> product = json.uuid("productId").map(ProductId::new);
        JobRequest.Wish wanted = wish.read(json);
        Long seed = json.integer("seed", 0, MAX_SEED).orElse(null);
        int priority = json.integer("priority", 0, 9).map(Long::intValue).orElse(JobRequest.DEFAULT_PRIORITY);
        String pointType = json.text("usedPointType", MAX_POINT_TYPE).orElse(null);
        int amount = json.integer("usedAmount", 0, MAX_USED_AMOUNT)
                .map(Long::intValue)
                .orElse(0);
        json.done();
        return new JobRequest(product, wanted, seed, priority, pointType, amount);
    }

    private static WishReader pictures(PhotoUrls urls) {
        return json -> {
            List<View> views = json.list("views", View.values().length, "is FRONT or BACK", JobBody::view);
            if (views.stream().distinct().count() < views.size()) {
                json.error("views", "names each view once");
            }
            int count = json.integer("count", 1, ImageSpec.MAX_COUNT)
                    .map(Long::intValue)
                    .orElse(1);
            Person person = json.object("person", "preset", "imageUrl")
                    .flatMap(object -> person(object, urls))
                    .orElse(Person.ofPreset(Person.DEFAULT_PRESET));
            return new JobRequest.Pictures(views.isEmpty() ? List.of(View.FRONT) : views, count, person);
        };
    }

    private static Optional<Person> person(JsonBody json, PhotoUrls urls) {
        Optional<String> preset = json.text("preset", 64);
        Optional<String> imageUrl = json.text("imageUrl", PhotoUrls.MAX_LENGTH);
        if (preset.isPresent() == imageUrl.isPresent()) {
            json.error("preset", "is given, or else imageUrl");
            return Optional.empty();
        }
        if (preset.isPresent()) {
            return preset.map(Person::ofPreset);
        }
        Optional<Person> photo = imageUrl.flatMap(urls::read).map(Person::ofPhoto);
        if (photo.isEmpty()) {
            json.error("imageUrl", urls.allowed());
        }
        return photo;
    }

    private static JobRequest.Wish clip(JsonBody json) {
        List<ImageId> images = json.list("imageIds", VideoSpec.MAX_IMAGES, "is a UUID", text -> Ids.parse(text)
                .map(ImageId::new));
        int seconds = json.integer("seconds", 1, VideoSpec.MAX_SECONDS)
                .map(Long::intValue)
                .orElse(5);
        Aspect aspect = json.oneOf(
                        "aspect",
                        Arrays.stream(Aspect.values()).map(Aspect::wireName).toList(),
                        text -> Aspect.ofWireName(text).orElseThrow())
                .orElse(Aspect.PORTRAIT);
        return new JobRequest.Clip(images, seconds, aspect);
    }

    private static JobRequest.Wish words(JsonBody json) {
        LetterSpec.Tone tone = json.oneOf("tone", LetterSpec.Tone.class).orElse(LetterSpec.Tone.FRIENDLY);
        String language =
                json.oneOf("language", LetterSpec.LANGUAGES, text -> text).orElse(null);
        return new JobRequest.Words(tone, language);
    }

    private static Optional<View> view(String text) {
        return Arrays.stream(View.values())
                .filter(view -> view.name().equals(text))
                .findFirst();
    }

    private static String[] fields(String... more) {
        return Stream.concat(Arrays.stream(SHARED), Arrays.stream(more)).toArray(String[]::new);
    }
}
