package dev.vto.fakes.fashn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Fields;
import dev.vto.fakes.Job;
import dev.vto.fakes.Made;
import dev.vto.fakes.Pictures;
import dev.vto.fakes.Pictures.Region;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** FASHN's predictions: {@code POST /v1/run}, {@code GET /v1/status/{id}}. It has no call to cancel one. */
public final class FashnProtocol implements Protocol {

    private static final Map<String, Region> CATEGORIES =
            Map.of("tops", Region.UPPER, "bottoms", Region.LOWER, "one-pieces", Region.WHOLE, "auto", Region.UPPER);

    private static final Set<String> TRY_ON_INPUTS = Set.of(
            "model_image",
            "garment_image",
            "category",
            "mode",
            "garment_photo_type",
            "moderation_level",
            "segmentation_free",
            "num_samples",
            "seed",
            "output_format",
            "return_base64");

    private static final Set<String> VIDEO_INPUTS =
            Set.of("image", "duration", "resolution", "prompt", "negative_prompt");

    @Override
    public String name() {
        return "fashn";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("POST", "/v1/run")) {
            return Optional.of(Purpose.SUBMIT);
        }
        return request.is("GET", "/v1/status/[^/]+") ? Optional.of(Purpose.LOOK) : Optional.empty();
    }

    @Override
    public Answer answer(Request request, Backstage backstage) {
        backstage.requireKey(request, "Bearer");
        return request.path().equals("/v1/run") ? run(request, backstage) : status(request.segment(2), backstage);
    }

    private static Answer run(Request request, Backstage backstage) {
        JsonNode body = request.json();
        Fields.requireKnown(body, Set.of("model_name", "inputs"));
        JsonNode inputs = body.path("inputs");
        Made made =
                switch (body.path("model_name").asText()) {
                    case "tryon-v1.6" -> tryOn(inputs);
                    case "image-to-video" -> video(inputs);
                    default -> throw new Refused(400, "there is no model " + body.path("model_name"));
                };
        Job job = backstage.jobs().submit(UUID.randomUUID() + "-u1", made);
        return Answer.json(200, map("id", job.id(), "error", null));
    }

    private static Made tryOn(JsonNode inputs) {
        Fields.requireKnown(inputs, TRY_ON_INPUTS);
        Region region = CATEGORIES.get(inputs.path("category").asText("auto"));
        if (region == null) {
            throw new Refused(400, "category is one of " + new TreeSet<>(CATEGORIES.keySet()));
        }
        Fields.requireOneOf(inputs, "mode", Set.of("performance", "balanced", "quality"));
        Fields.requireOneOf(inputs, "output_format", Set.of("png", "jpeg"));
        Fields.requireWithin(inputs, "num_samples", 1, 4);
        Fields.requireWithin(inputs, "seed", 0, (1L << 32) - 1);
        return Pictures.dressed(
                Pictures.ofDataUrl(inputs.path("model_image").asText()),
                Pictures.ofDataUrl(inputs.path("garment_image").asText()),
                region);
    }

    private static Made video(JsonNode inputs) {
        Fields.requireKnown(inputs, VIDEO_INPUTS);
        if (inputs.has("duration")
                && !Set.of(5, 10).contains(inputs.path("duration").asInt())) {
            throw new Refused(400, "duration is 5 or 10");
        }
        Fields.requireOneOf(inputs, "resolution", Set.of("480p", "720p", "1080p"));
        Pictures.ofDataUrl(inputs.path("image").asText());
        return Pictures.clip();
    }

    private static Answer status(String id, Backstage backstage) {
        Job job = backstage.jobs().find(id).orElseThrow(() -> new Refused(404, "there is no prediction " + id));
        Job.State now = job.look();
        return switch (now.stage()) {
            case QUEUED -> prediction(id, now.position() > 0 ? "starting" : "in_queue", null, null);
            case RUNNING -> prediction(id, "processing", null, null);
            case DONE ->
                prediction(id, "completed", List.of(backstage.url() + "/" + job.file()), null)
                        .with("x-fashn-credits-used", "1");
            case CANCELED -> prediction(id, "canceled", null, null);
            case FAILED -> prediction(id, "failed", null, error(job.fault().orElse(Fault.BROKEN)));
        };
    }

    private static Map<String, Object> error(Fault fault) {
        return switch (fault) {
            case MODERATED -> map("name", "ContentModerationError", "message", "Prohibited content was detected");
            case UNUSABLE -> map("name", "PoseError", "message", "Failed to detect body pose in model image");
            default -> map("name", "PipelineError", "message", "The pipeline failed unexpectedly");
        };
    }

    private static Answer prediction(
            String id, String status, @Nullable List<String> output, @Nullable Map<String, Object> error) {
        return Answer.json(200, map("id", id, "status", status, "output", output, "error", error));
    }

    @Override
    public Answer refusal(Refused refused) {
        String code =
                switch (refused.status()) {
                    case 401 -> "UnauthorizedAccess";
                    case 404 -> "NotFound";
                    default -> "BadRequest";
                };
        return error(refused.status(), code, String.valueOf(refused.getMessage()));
    }

    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> error(429, "RateLimitExceeded", "Too many requests");
            case RATE_LIMITED_WITH_HINT ->
                error(429, "RateLimitExceeded", "Too many requests").with("Retry-After", "1");
            case BUSY -> error(429, "ConcurrencyLimitExceeded", "Too many predictions run at once");
            case OUT_OF_CREDIT -> error(429, "OutOfCredits", "No credits are left");
            default -> error(500, "InternalServerError", "An unexpected error occurred");
        };
    }

    private static Answer error(int status, String code, String message) {
        return Answer.json(status, map("error", code, "message", message));
    }

    /** With nulls, as the backend has them. */
    private static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
