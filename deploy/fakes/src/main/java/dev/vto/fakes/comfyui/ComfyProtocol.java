package dev.vto.fakes.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Form;
import dev.vto.fakes.Frame;
import dev.vto.fakes.Job;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * ComfyUI's server, without a key: uploads, the queue, the history and the files that were made, and by WebSocket how far
 * a workflow is. A workflow that is sent twice under one id runs twice. Queue and history are the memory of one process:
 * nothing but what comes by WebSocket can come late.
 */
public final class ComfyProtocol implements Protocol {

    private static final String HISTORY = "/history/[^/]+";

    private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
    private final Map<String, Prompt> prompts = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public String name() {
        return "comfyui";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("POST", "/upload/image")) {
            return Optional.of(Purpose.UPLOAD);
        }
        if (request.is("POST", "/prompt")) {
            return Optional.of(Purpose.SUBMIT);
        }
        if (request.is("GET", HISTORY) || request.is("GET", "/queue")) {
            return Optional.of(Purpose.LOOK);
        }
        if (request.is("POST", "/queue") || request.is("POST", "/interrupt")) {
            return Optional.of(Purpose.CANCEL);
        }
        if (request.is("GET", "/ws")) {
            return Optional.of(Purpose.WATCH);
        }
        return request.is("GET", "/view") ? Optional.of(Purpose.FILE) : Optional.empty();
    }

    @Override
    public Answer answer(Request request, Backstage backstage) {
        return switch (request.method() + " " + request.segment(0)) {
            case "POST upload" -> upload(Form.of(request));
            case "POST prompt" -> submit(request.json(), backstage);
            case "GET history" -> Answer.json(200, history(request.segment(1), backstage));
            case "GET queue" ->
                Answer.json(
                        200,
                        Map.of(
                                "queue_running", entries(Job.Stage.RUNNING, backstage),
                                "queue_pending", entries(Job.Stage.QUEUED, backstage)));
            case "POST queue" -> delete(request.json(), backstage);
            case "POST interrupt" -> interrupt(request.json(), backstage);
            default -> view(request, backstage);
        };
    }

    private Answer upload(Form form) {
        Form.File image = form.files().get("image");
        if (image == null || image.name().isEmpty()) {
            throw new Refused(400, "");
        }
        String folder = form.fields().getOrDefault("subfolder", "");
        String path = folder.isEmpty() ? image.name() : folder + "/" + image.name();
        byte[] there = uploads.putIfAbsent(path, image.content());
        if (there != null && !Arrays.equals(there, image.content())) {
            throw new Refused(400, "another picture has this name: " + path);
        }
        return Answer.json(200, Map.of("name", image.name(), "subfolder", folder, "type", "input"));
    }

    private Answer submit(JsonNode body, Backstage backstage) {
        if (!body.path("prompt").isObject()) {
            throw new Refused(400, "no_prompt: No prompt provided");
        }
        Workflow workflow = Workflow.of(body.path("prompt"));
        workflow.require();
        String id = body.path("prompt_id").asText(UUID.randomUUID().toString());
        Prompt prompt =
                new Prompt(numbers.getAndIncrement(), id, body.path("client_id").asText(), body.path("prompt"));
        prompts.put(id, prompt);
        backstage.jobs().submit(id, workflow.made(uploads));
        return Answer.json(200, Map.of("prompt_id", id, "number", prompt.number(), "node_errors", Map.of()));
    }

    private List<List<Object>> entries(Job.Stage stage, Backstage backstage) {
        return prompts(backstage)
                .filter(prompt ->
                        stage(prompt.id(), backstage).filter(stage::equals).isPresent())
                .map(Prompt::entry)
                .toList();
    }

    /** Empty of one that waits or runs, as of one that nobody knows. */
    private Map<String, Object> history(String id, Backstage backstage) {
        Optional<Job> ended = backstage.jobs().find(id).filter(job -> !job.isOpen());
        return ended.flatMap(job -> Optional.ofNullable(prompts.get(id))
                        .map(prompt -> Map.<String, Object>of(id, Report.of(prompt, job))))
                .orElse(Map.of());
    }

    /** Of those that wait; one that is deleted leaves no trace. */
    private static Answer delete(JsonNode body, Backstage backstage) {
        body.path("delete").forEach(id -> backstage
                .jobs()
                .find(id.asText())
                .filter(job -> job.state().stage() == Job.Stage.QUEUED)
                .ifPresent(backstage.jobs()::remove));
        return new Answer(200, Map.of(), new byte[0]);
    }

    private static Answer interrupt(JsonNode body, Backstage backstage) {
        backstage
                .jobs()
                .find(body.path("prompt_id").asText())
                .filter(job -> job.state().stage() == Job.Stage.RUNNING)
                .ifPresent(backstage.jobs()::cancel);
        return new Answer(200, Map.of(), new byte[0]);
    }

    private Answer view(Request request, Backstage backstage) {
        String name = request.query().getOrDefault("filename", "");
        return prompts(backstage)
                .filter(prompt -> name.equals(Report.fileName(prompt)))
                .flatMap(prompt -> backstage.jobs().find(prompt.id()).flatMap(Job::made).stream())
                .map(made -> Answer.file(made.contentType(), made.content()))
                .findFirst()
                .orElseThrow(() -> new Refused(404, ""));
    }

    private Stream<Prompt> prompts(Backstage backstage) {
        return prompts.values().stream()
                .filter(prompt -> backstage.jobs().find(prompt.id()).isPresent());
    }

    private static Optional<Job.Stage> stage(String id, Backstage backstage) {
        return backstage.jobs().find(id).map(job -> job.state().stage());
    }

    @Override
    public Optional<Supplier<List<Frame>>> feed(Request request, Backstage backstage) {
        String client = request.query().getOrDefault("clientId", "");
        return Optional.of(new ProgressFeed(
                client,
                () -> prompts(backstage)
                        .filter(prompt -> prompt.client().equals(client))
                        .findFirst(),
                id -> backstage.jobs().find(id)));
    }

    /** The type of the error stands before its message. */
    @Override
    public Answer refusal(Refused refused) {
        String message = String.valueOf(refused.getMessage());
        int colon = message.indexOf(':');
        return colon < 0
                ? new Answer(refused.status(), Map.of(), new byte[0])
                : Answer.json(
                        refused.status(),
                        Map.of(
                                "error",
                                Map.of(
                                        "type", message.substring(0, colon),
                                        "message", message.substring(colon + 2),
                                        "details", "",
                                        "extra_info", Map.of()),
                                "node_errors",
                                Map.of()));
    }

    /** What only something before it can say, but for a defect of its own. */
    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> Answer.json(429, Map.of());
            case RATE_LIMITED_WITH_HINT -> Answer.json(429, Map.of()).with("Retry-After", "1");
            case BUSY -> Answer.json(503, Map.of());
            case OUT_OF_CREDIT -> Answer.json(402, Map.of());
            default -> new Answer(500, Map.of(), "500 Internal Server Error".getBytes(StandardCharsets.UTF_8));
        };
    }
}
