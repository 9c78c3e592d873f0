package dev.vto.fakes.kling;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Job;
import dev.vto.fakes.Jwt;
import dev.vto.fakes.Made;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Request;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Kling's tasks: {@code POST} to {@code /v1/images/kolors-virtual-try-on} or {@code /v1/videos/image2video}, and
 * {@code GET} of the same path and an id, its own or the client's. It has no call to cancel one. The key is the secret
 * key; the access key that goes with it is {@value #ACCESS_KEY}.
 *
 * <p>The reference does not say how a query for an unknown task is answered, nor a second task of the same name; they are
 * answered here with the codes that it has for what does not exist and for a value that is not allowed.
 */
public final class KlingProtocol implements Protocol {

    public static final String ACCESS_KEY = "fake-access-key";

    private static final String TRY_ON = "/v1/images/kolors-virtual-try-on";
    private static final String VIDEO = "/v1/videos/image2video";
    private static final String TASKS = TRY_ON + "|" + VIDEO;
    private static final String TASK = "(?:" + TASKS + ")/[^/]+";

    /** Ids of tasks by the names that clients have given them. */
    private final Map<String, String> named = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "kling";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("POST", TASKS)) {
            return Optional.of(Purpose.SUBMIT);
        }
        return request.is("GET", TASK) ? Optional.of(Purpose.LOOK) : Optional.empty();
    }

    @Override
    public Answer answer(Request request, Backstage backstage) {
        return denied(request, backstage)
                .orElseGet(
                        () -> request.method().equals("POST") ? create(request, backstage) : find(request, backstage));
    }

    /** How a request without a token that is good now is answered. */
    private static Optional<Answer> denied(Request request, Backstage backstage) {
        Optional<String> authorization = request.header("authorization");
        if (authorization.isEmpty()) {
            return Optional.of(error(401, 1001, "Authorization is empty"));
        }
        Optional<Jwt> token = Jwt.read(authorization.get().replaceFirst("^Bearer ", ""))
                .filter(jwt -> jwt.header().path("typ").asText().equals("JWT"))
                .filter(jwt -> jwt.claims().path("iss").asText().equals(ACCESS_KEY))
                .filter(jwt -> jwt.isSignedWith(backstage.key()));
        if (token.isEmpty()) {
            return Optional.of(error(401, 1002, "Authorization is invalid"));
        }
        long now = backstage.clock().instant().getEpochSecond();
        if (token.get().claims().path("nbf").asLong() > now) {
            return Optional.of(error(401, 1003, "Authorization is not yet valid"));
        }
        return token.get().claims().path("exp").asLong() < now
                ? Optional.of(error(401, 1004, "Authorization has expired"))
                : Optional.empty();
    }

    private Answer create(Request request, Backstage backstage) {
        JsonNode body = request.json();
        Made made = request.path().equals(TRY_ON) ? KlingInput.tryOn(body) : KlingInput.video(body);
        String id = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000_000_000L, Long.MAX_VALUE));
        String name = body.path("external_task_id").asText();
        if (!name.isEmpty() && named.putIfAbsent(name, id) != null) {
            throw new Refused(400, "external_task_id " + name + " is in use");
        }
        backstage.jobs().submit(id, made);
        return task(id, name, "submitted", "", Map.of(), backstage.clock());
    }

    private Answer find(Request request, Backstage backstage) {
        String asked = request.segment(3);
        Job job = backstage
                .jobs()
                .find(named.getOrDefault(asked, asked))
                .filter(found ->
                        request.path().startsWith(VIDEO) == found.file().endsWith(".mp4"))
                .orElseThrow(() -> new Refused(404, "there is no task " + asked));
        String name = nameOf(job);
        Clock clock = backstage.clock();
        return switch (job.look().stage()) {
            case QUEUED -> task(job.id(), name, "submitted", "", Map.of(), clock);
            case RUNNING -> task(job.id(), name, "processing", "", Map.of(), clock);
            case DONE -> task(job.id(), name, "succeed", "", result(job, backstage), clock);
            case FAILED, CANCELED ->
                task(job.id(), name, "failed", reason(job.fault().orElse(Fault.BROKEN)), Map.of(), clock);
        };
    }

    private String nameOf(Job job) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue().equals(job.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Object> result(Job job, Backstage backstage) {
        String url = backstage.url() + "/" + job.file();
        return job.file().endsWith(".mp4")
                ? Map.of("videos", List.of(Map.of("id", job.id(), "url", url, "duration", "5")))
                : Map.of("images", List.of(Map.of("index", 0, "url", url)));
    }

    private static String reason(Fault fault) {
        return switch (fault) {
            case MODERATED -> "Failure to pass the risk control system";
            case UNUSABLE -> "Image pixel is invalid";
            default -> "Task failed, please try again later";
        };
    }

    private static Answer task(
            String id, String name, String status, String message, Map<String, Object> result, Clock clock) {
        long now = clock.millis();
        Map<String, Object> task = new HashMap<>();
        task.put("task_id", id);
        task.put("task_status", status);
        task.put("task_status_msg", message);
        task.put("task_info", name.isEmpty() ? Map.of() : Map.of("external_task_id", name));
        task.put("task_result", result);
        task.put("created_at", now);
        task.put("updated_at", now);
        return Answer.json(200, Map.of("code", 0, "message", "SUCCEED", "request_id", UUID.randomUUID(), "data", task));
    }

    @Override
    public Answer refusal(Refused refused) {
        int code =
                switch (refused.status()) {
                    case 400 -> 1201;
                    case 404 -> 1203;
                    default -> 1200;
                };
        return error(refused.status(), code, String.valueOf(refused.getMessage()));
    }

    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> error(429, 1302, "api request too fast");
            case RATE_LIMITED_WITH_HINT ->
                error(429, 1302, "api request too fast").with("Retry-After", "1");
            case BUSY -> error(429, 1303, "parallel task over resource pack limit");
            case OUT_OF_CREDIT -> error(429, 1102, "Account balance not enough");
            default -> error(500, 5000, "Server internal error");
        };
    }

    private static Answer error(int status, int code, String message) {
        return Answer.json(status, Map.of("code", code, "message", message, "request_id", UUID.randomUUID()));
    }
}
