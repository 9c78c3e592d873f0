package dev.vto.fakes.fal;

import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Job;
import dev.vto.fakes.Made;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Request;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * fal's queue: {@code POST /{model}}, then below {@code /{owner}/{app}/requests/{id}} GET {@code status}, GET of the
 * result and PUT {@code cancel}. A request that has failed is COMPLETED too; what went wrong is answered in place of its
 * result.
 */
public final class FalProtocol implements Protocol {

    private static final String REQUEST = "/[^/]+/[^/]+/requests/[^/]+";

    private final Map<String, FalModel> models = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "fal";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("GET", REQUEST + "(/status)?")) {
            return Optional.of(Purpose.LOOK);
        }
        if (request.is("PUT", REQUEST + "/cancel")) {
            return Optional.of(Purpose.CANCEL);
        }
        return request.is("POST", "(/[^/]+){2,6}") ? Optional.of(Purpose.SUBMIT) : Optional.empty();
    }

    @Override
    public Answer answer(Request request, Backstage backstage) {
        backstage.requireKey(request, "Key");
        if (request.method().equals("POST")) {
            return submit(request, backstage);
        }
        String id = request.segment(3);
        FalModel model = Optional.ofNullable(models.get(id))
                .filter(known -> request.path().startsWith("/" + known.app() + "/"))
                .orElseThrow(FalProtocol::unknown);
        Job job = backstage.jobs().find(id).orElseThrow(FalProtocol::unknown);
        if (request.method().equals("PUT")) {
            return backstage.jobs().cancel(job)
                    ? Answer.json(202, Map.of("status", "CANCELLATION_REQUESTED"))
                    : Answer.json(400, Map.of("status", "ALREADY_COMPLETED"));
        }
        return request.path().endsWith("/status")
                ? status(request, model, job, backstage)
                : result(model, job, backstage);
    }

    private static Refused unknown() {
        return new Refused(404, "Request not found");
    }

    private Answer submit(Request request, Backstage backstage) {
        FalModel model = FalModel.at(request.path().substring(1))
                .orElseThrow(
                        () -> new Refused(404, "Application \"" + request.path().substring(1) + "\" not found"));
        request.header("x-fal-request-timeout")
                .filter(value -> !isOverOne(value))
                .ifPresent(value -> {
                    throw new Refused(422, "X-Fal-Request-Timeout is more than 1, not " + value);
                });
        Made made = model.make(request.json());
        Job job = backstage.jobs().submit(UUID.randomUUID().toString(), made);
        models.put(job.id(), model);
        return Answer.json(200, inQueue(model, job, 1, backstage));
    }

    private static boolean isOverOne(String value) {
        try {
            return Double.parseDouble(value) > 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Answer status(Request request, FalModel model, Job job, Backstage backstage) {
        Job.State now = job.look();
        Map<String, Object> status =
                switch (now.stage()) {
                    case QUEUED -> inQueue(model, job, now.position(), backstage);
                    case RUNNING -> located("IN_PROGRESS", model, job, backstage);
                    case DONE, FAILED, CANCELED -> located("COMPLETED", model, job, backstage);
                };
        if (now.stage() != Job.Stage.QUEUED && "1".equals(request.query().get("logs"))) {
            status.put(
                    "logs",
                    now.logs().stream()
                            .map(line -> log(line, backstage.clock()))
                            .toList());
        }
        boolean over = status.containsValue("COMPLETED");
        if (over) {
            status.put("metrics", Map.of("inference_time", 8.1));
        }
        if (now.stage() == Job.Stage.FAILED && job.fault().equals(Optional.of(Fault.BROKEN))) {
            status.put("error", "Runner disconnected");
            status.put("error_type", "runner_disconnected");
        }
        return Answer.json(over ? 200 : 202, status);
    }

    private static Map<String, Object> inQueue(FalModel model, Job job, int position, Backstage backstage) {
        Map<String, Object> status = located("IN_QUEUE", model, job, backstage);
        status.put("queue_position", position);
        return status;
    }

    private static Map<String, Object> located(String status, FalModel model, Job job, Backstage backstage) {
        String url = backstage.url() + "/" + model.app() + "/requests/" + job.id();
        return new HashMap<>(Map.of(
                "status",
                status,
                "request_id",
                job.id(),
                "response_url",
                url,
                "status_url",
                url + "/status",
                "cancel_url",
                url + "/cancel"));
    }

    private static Map<String, Object> log(String line, Clock clock) {
        return Map.of(
                "message",
                line,
                "level",
                "INFO",
                "source",
                "USER",
                "timestamp",
                clock.instant().toString());
    }

    private static Answer result(FalModel model, Job job, Backstage backstage) {
        return switch (settled(job)) {
            case QUEUED, RUNNING -> Answer.json(400, Map.of("detail", "Request is still in progress"));
            case CANCELED -> ofFal(499, "client_cancelled", "Request was cancelled");
            case FAILED -> failed(job.fault().orElse(Fault.BROKEN));
            case DONE -> {
                Map<String, Object> file = Map.of(
                        "url",
                        backstage.url() + "/" + job.file(),
                        "content_type",
                        model == FalModel.KLING ? "video/mp4" : "image/png",
                        "file_name",
                        "output");
                yield Answer.json(200, Map.of(model.output(), model == FalModel.FASHN ? List.of(file) : file))
                        .with("X-Fal-Request-Id", job.id());
            }
        };
    }

    /** Results are not late: of three answers about a job whose answers come out of order, one is of now. */
    private static Job.Stage settled(Job job) {
        return Stream.generate(() -> job.look().stage())
                .limit(3)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Answer failed(Fault fault) {
        return switch (fault) {
            case MODERATED -> ofModel(422, "content_policy_violation", "The content was flagged by a content checker.");
            case UNUSABLE -> ofModel(422, "image_load_error", "Failed to load the image.");
            default -> ofFal(503, "runner_disconnected", "Runner disconnected");
        };
    }

    @Override
    public Answer refusal(Refused refused) {
        String message = String.valueOf(refused.getMessage());
        return switch (refused.status()) {
            case 400, 422 -> ofModel(422, "value_error", message);
            default -> Answer.json(refused.status(), Map.of("detail", message));
        };
    }

    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> Answer.json(429, Map.of("detail", "Too many requests"));
            case RATE_LIMITED_WITH_HINT ->
                Answer.json(429, Map.of("detail", "Too many requests")).with("Retry-After", "1");
            case BUSY -> Answer.json(503, Map.of("detail", "Service unavailable"));
            case OUT_OF_CREDIT ->
                Answer.json(
                        403,
                        Map.of(
                                "detail",
                                "User is locked. Reason: Exhausted balance. Top up your balance at"
                                        + " fal.ai/dashboard/billing."));
            default -> Answer.json(500, Map.of("detail", "Internal Server Error"));
        };
    }

    /** An error of a model. */
    private static Answer ofModel(int status, String type, String message) {
        return Answer.json(
                        status,
                        Map.of(
                                "detail",
                                List.of(Map.of(
                                        "loc",
                                        List.of("body"),
                                        "msg",
                                        message,
                                        "type",
                                        type,
                                        "url",
                                        "https://docs.fal.ai/errors#" + type,
                                        "input",
                                        Map.of()))))
                .with("X-Fal-Retryable", "false");
    }

    /** An error of what runs the models. */
    private static Answer ofFal(int status, String type, String message) {
        return Answer.json(status, Map.of("detail", message, "error_type", type))
                .with("X-Fal-Error-Type", type);
    }
}
