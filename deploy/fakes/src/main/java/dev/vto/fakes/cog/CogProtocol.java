package dev.vto.fakes.cog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Held;
import dev.vto.fakes.IdmVton;
import dev.vto.fakes.Job;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Reply;
import dev.vto.fakes.Request;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server inside an image that Cog has built, here with IDM-VTON: {@code PUT /predictions/{id}} and
 * {@code POST /predictions/{id}/cancel}. It asks for no key, runs one prediction at a time, and forgets each with its end.
 * An asker that goes away takes the prediction along, unless it said {@code Prefer: respond-async}.
 */
public final class CogProtocol implements Protocol {

    private static final String PREDICTION = "/predictions/[^/]+";

    @Override
    public String name() {
        return "cog";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("PUT", PREDICTION)) {
            return Optional.of(Purpose.SUBMIT);
        }
        return request.is("POST", PREDICTION + "/cancel") ? Optional.of(Purpose.CANCEL) : Optional.empty();
    }

    @Override
    public Reply answer(Request request, Backstage backstage) {
        Optional<Job> known = backstage.jobs().find(request.segment(1));
        if (request.method().equals("POST")) {
            boolean open = known.filter(Job::isOpen).isPresent();
            known.ifPresent(backstage.jobs()::cancel);
            return Answer.json(open ? 200 : 404, Map.of());
        }
        return known.filter(Job::isOpen)
                .<Reply>map(running -> Answer.json(202, prediction(running)))
                .orElseGet(() -> predict(request, backstage));
    }

    private static Reply predict(Request request, Backstage backstage) {
        String id = request.segment(1);
        JsonNode body = request.json();
        if (!body.path("id").asText(id).equals(id)) {
            throw new Refused(422, "id: prediction ID must match the ID supplied in the URL");
        }
        if (backstage.jobs().open() > 0) {
            return failed(409, "At capacity - all prediction slots busy");
        }
        Job job = backstage.jobs().submit(id, IdmVton.made(body.path("input")));
        if (request.header("prefer").filter("respond-async"::equals).isPresent()) {
            return Answer.json(202, Map.of("id", id, "status", "starting"));
        }
        return new Held(
                () -> job.isOpen() ? Optional.empty() : Optional.of(Answer.json(200, prediction(job))),
                () -> backstage.jobs().drop(job));
    }

    private static Map<String, Object> prediction(Job job) {
        Job.State now = job.look();
        Map<String, Object> prediction = new HashMap<>();
        prediction.put("id", job.id());
        prediction.put("status", status(now.stage()));
        prediction.put("logs", String.join("\n", now.logs()));
        prediction.put("metrics", Map.of("predict_time", now.fraction()));
        if (now.stage() == Job.Stage.DONE) {
            prediction.put(
                    "output",
                    job.made()
                            .map(made -> "data:" + made.contentType() + ";base64,"
                                    + Base64.getEncoder().encodeToString(made.content()))
                            .orElse(null));
        } else if (now.stage() == Job.Stage.FAILED) {
            prediction.put("error", error(job.fault().orElse(Fault.BROKEN)));
        }
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

    private static String error(Fault fault) {
        return switch (fault) {
            case MODERATED -> "NSFW content detected. Try running it again, or try a different prompt.";
            case UNUSABLE -> "cannot identify image file '/tmp/human.jpg'";
            default -> "CUDA out of memory.";
        };
    }

    @Override
    public Answer refusal(Refused refused) {
        if (refused.status() == 404) {
            return Answer.json(404, Map.of());
        }
        Map<String, Object> problem = Map.of(
                "loc", List.of("body", "input"), "msg", String.valueOf(refused.getMessage()), "type", "value_error");
        return Answer.json(422, Map.of("detail", List.of(problem)));
    }

    /** That it is asked too often, and for money, only what stands before it can say. */
    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> Answer.json(429, Map.of());
            case RATE_LIMITED_WITH_HINT -> Answer.json(429, Map.of()).with("Retry-After", "1");
            case BUSY -> failed(409, "At capacity - all prediction slots busy");
            case OUT_OF_CREDIT -> Answer.json(402, Map.of());
            default -> failed(500, "prediction task lost");
        };
    }

    private static Answer failed(int status, String error) {
        return Answer.json(status, Map.of("error", error, "status", "failed"));
    }
}
