package dev.vto.fakes.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.IdmVton;
import dev.vto.fakes.Job;
import dev.vto.fakes.Made;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Replicate's predictions: {@code POST /v1/predictions} with a version, {@code POST /v1/models/{owner}/{name}/predictions}
 * for official models, {@code GET /v1/predictions/{id}} and {@code POST /v1/predictions/{id}/cancel}. IDM-VTON has
 * versions; the official {@code fakes/try-on} takes the same.
 */
public final class ReplicateProtocol implements Protocol {

    private static final String CREATE = "/v1/predictions";
    private static final String CREATE_OFFICIAL = "/v1/models/[^/]+/[^/]+/predictions";
    private static final String OFFICIAL = "/v1/models/fakes/try-on/predictions";
    private static final int LONGEST_DATA_URL = 256_000;

    @Override
    public String name() {
        return "replicate";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("POST", CREATE) || request.is("POST", CREATE_OFFICIAL)) {
            return Optional.of(Purpose.SUBMIT);
        }
        if (request.is("POST", CREATE + "/[^/]+/cancel")) {
            return Optional.of(Purpose.CANCEL);
        }
        return request.is("GET", CREATE + "/[^/]+") ? Optional.of(Purpose.LOOK) : Optional.empty();
    }

    @Override
    public Answer answer(Request request, Backstage backstage) {
        backstage.requireKey(request, "Bearer");
        if (request.is("POST", CREATE) || request.is("POST", CREATE_OFFICIAL)) {
            return create(request, backstage);
        }
        Job job = backstage
                .jobs()
                .find(request.segment(2))
                .orElseThrow(() -> new Refused(404, "The requested resource could not be found."));
        if (request.method().equals("POST")) {
            backstage.jobs().cancel(job);
        }
        return Answer.json(200, prediction(job, backstage));
    }

    private static Answer create(Request request, Backstage backstage) {
        request.header("cancel-after")
                .filter(value -> !value.matches("([5-9]|[1-9][0-9]+)s|[1-9][0-9]*[mh]"))
                .ifPresent(value -> {
                    throw new Refused(422, "Cancel-After is at least 5s, not " + value);
                });
        JsonNode body = request.json();
        requireModel(request.path(), body);
        JsonNode input = body.path("input");
        input.forEach(value -> {
            if (value.asText().startsWith("data:") && value.asText().length() > LONGEST_DATA_URL) {
                throw new Refused(422, "input: a data URL has at most 256 kB");
            }
        });
        Made made = IdmVton.made(input);
        Job job = backstage
                .jobs()
                .submit(UUID.randomUUID().toString().replace("-", "").substring(0, 26), made);
        return Answer.json(201, prediction(job, backstage));
    }

    private static void requireModel(String path, JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!name.equals("input") && !name.equals("version")) {
                throw new Refused(422, "there is no field " + name);
            }
        });
        if (path.equals(CREATE)) {
            if (!body.path("version").asText().matches("(cuuupid/idm-vton:)?[0-9a-f]{64}")) {
                throw new Refused(422, "- version: Invalid version or not permitted");
            }
        } else if (!path.equals(OFFICIAL) || body.has("version")) {
            throw new Refused(404, "The requested resource could not be found.");
        }
    }

    private static Map<String, Object> prediction(Job job, Backstage backstage) {
        Job.State now = job.look();
        String url = backstage.url() + CREATE + "/" + job.id();
        Map<String, Object> prediction = new HashMap<>();
        prediction.put("id", job.id());
        prediction.put("status", status(now.stage()));
        prediction.put("output", now.stage() == Job.Stage.DONE ? backstage.url() + "/" + job.file() : null);
        prediction.put(
                "error", now.stage() == Job.Stage.FAILED ? error(job.fault().orElse(Fault.BROKEN)) : null);
        prediction.put("logs", logs(now));
        prediction.put("data_removed", false);
        prediction.put("metrics", Map.of());
        prediction.put("urls", Map.of("get", url, "cancel", url + "/cancel"));
        return prediction;
    }

    private static String status(Job.Stage stage) {
        return switch (stage) {
            case QUEUED -> "starting";
            case RUNNING -> "processing";
            case DONE -> "succeeded";
            case FAILED -> "failed";
            case CANCELED -> "canceled";
        };
    }

    /** As tqdm draws it. */
    private static String logs(Job.State now) {
        return now.stage() == Job.Stage.QUEUED
                ? ""
                : String.join("\n", now.logs())
                        + "\n%3d%%|###   | %d/30"
                                .formatted(Math.round(now.fraction() * 100), Math.round(now.fraction() * 30));
    }

    private static String error(Fault fault) {
        return switch (fault) {
            case MODERATED ->
                "The input or output was flagged as sensitive. Please try again with different inputs. (E005)";
            case UNUSABLE -> "cannot identify image file '/tmp/human.jpg'";
            default -> "Prediction interrupted; please retry (code: PA)";
        };
    }

    @Override
    public Answer refusal(Refused refused) {
        int status = refused.status() == 400 ? 422 : refused.status();
        String title =
                switch (status) {
                    case 401 -> "Unauthenticated";
                    case 404 -> "Not found";
                    default -> "Input validation failed";
                };
        return problem(status, title, String.valueOf(refused.getMessage()));
    }

    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> problem(429, "Too many requests", "Request was throttled.");
            case RATE_LIMITED_WITH_HINT ->
                Answer.json(
                                429,
                                Map.of(
                                        "detail",
                                        "Request was throttled. Your rate limit resets in ~1s.",
                                        "status",
                                        429,
                                        "retry_after",
                                        1))
                        .with("ratelimit-remaining", "0")
                        .with("ratelimit-reset", "1");
            case BUSY -> problem(503, "Service unavailable", "Too many predictions are running");
            case OUT_OF_CREDIT ->
                problem(402, "Insufficient credit", "You have insufficient credit to run this model.");
            default -> problem(500, "Internal server error", "An unexpected error occurred");
        };
    }

    private static Answer problem(int status, String title, String detail) {
        return Answer.json(status, Map.of("title", title, "detail", detail, "status", status));
    }
}
