package dev.vto.fakes.vertex;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Answer;
import dev.vto.fakes.Backstage;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Held;
import dev.vto.fakes.Job;
import dev.vto.fakes.Made;
import dev.vto.fakes.Protocol;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Refused;
import dev.vto.fakes.Reply;
import dev.vto.fakes.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Virtual Try-On on Vertex AI: {@code POST …/models/{model}:predict}, which is answered when the picture is there. Beside
 * it is what it takes to use it: {@code POST /token} for access tokens, and {@code /storage/v1/b/…} for pictures that were
 * left in Cloud Storage, {@code GET} to have one and {@code DELETE} to remove it. {@code GET /service-account.json} is the key of the account that it knows;
 * the real ones are had from Google's console. An asker that goes away changes nothing.
 */
public final class VertexProtocol implements Protocol {

    private static final String KEY_FILE = "/service-account.json";
    private static final String MODELS = "/v1/projects/[^/]+/locations/[^/]+/publishers/google/models/[^/]+:predict";
    private static final String MODEL = "/v1/projects/" + FakeServiceAccount.PROJECT
            + "/locations/[^/]+/publishers/google/models/virtual-try-on-(001|preview-08-04):predict";
    private static final String OBJECT = "/storage/v1/b/[^/]+/o/[^/]+";

    /** The paths of objects that are there no more. */
    private final Set<String> removed = ConcurrentHashMap.newKeySet();

    @Override
    public String name() {
        return "vertex";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        if (request.is("POST", MODELS)) {
            return Optional.of(Purpose.SUBMIT);
        }
        if (request.is("GET", OBJECT)) {
            return Optional.of(Purpose.FILE);
        }
        if (request.is("DELETE", OBJECT)) {
            return Optional.of(Purpose.REMOVE);
        }
        return request.is("POST", FakeServiceAccount.TOKEN) || request.is("GET", KEY_FILE)
                ? Optional.of(Purpose.TOKEN)
                : Optional.empty();
    }

    @Override
    public Reply answer(Request request, Backstage backstage) {
        if (request.path().equals(KEY_FILE)) {
            String file = FakeServiceAccount.file(backstage.url(), backstage.key());
            return Answer.file("application/json", file.getBytes(StandardCharsets.UTF_8));
        }
        if (request.path().equals(FakeServiceAccount.TOKEN)) {
            return FakeServiceAccount.token(request, backstage);
        }
        if (!request.header("authorization")
                .orElse("")
                .equals("Bearer " + FakeServiceAccount.accessToken(backstage.key()))) {
            throw new Refused(401, "Request had invalid authentication credentials.");
        }
        return switch (request.method()) {
            case "POST" -> predict(request, backstage);
            case "DELETE" -> removed(request, backstage);
            default -> object(request, backstage);
        };
    }

    private static Reply predict(Request request, Backstage backstage) {
        if (!request.path().matches(MODEL)) {
            throw new Refused(404, "Publisher Model " + request.path() + " was not found");
        }
        JsonNode body = request.json();
        String folder = body.at("/parameters/storageUri").asText();
        Job job = backstage.jobs().submit(UUID.randomUUID().toString(), VertexInput.made(body));
        return new Held(() -> job.isOpen() ? Optional.empty() : Optional.of(answer(job, folder)), () -> {});
    }

    private static Answer answer(Job job, String folder) {
        if (job.look().stage() == Job.Stage.FAILED) {
            return failed(job.fault().orElse(Fault.BROKEN));
        }
        Map<String, Object> prediction = folder.isEmpty()
                ? job.made().map(VertexProtocol::inline).orElse(Map.of())
                : Map.of("mimeType", "image/png", "gcsUri", folder + "/" + job.id() + "/sample_0.png");
        return Answer.json(200, Map.of("predictions", List.of(prediction)));
    }

    private static Map<String, Object> inline(Made made) {
        return Map.of(
                "mimeType",
                made.contentType(),
                "bytesBase64Encoded",
                Base64.getEncoder().encodeToString(made.content()));
    }

    /** What the filters of its output withhold is no error. */
    private static Answer failed(Fault fault) {
        return switch (fault) {
            case MODERATED ->
                Answer.json(
                        200,
                        Map.of(
                                "predictions",
                                List.of(Map.of(
                                        "raiFilteredReason",
                                        "Unable to show generated images. All images were filtered out because they"
                                                + " violated Vertex AI's usage guidelines. Support codes: 56562880"))));
            case UNUSABLE -> error(400, "No person could be found in the person image.");
            default -> error(500, "Internal error encountered.");
        };
    }

    private Answer object(Request request, Backstage backstage) {
        if (!"media".equals(request.query().get("alt"))) {
            throw new Refused(400, "only alt=media is known here");
        }
        Made made = stored(request, backstage);
        return Answer.file(made.contentType(), made.content());
    }

    private Answer removed(Request request, Backstage backstage) {
        stored(request, backstage);
        removed.add(request.path());
        return new Answer(204, Map.of(), new byte[0]);
    }

    private Made stored(Request request, Backstage backstage) {
        String name = URLDecoder.decode(request.segment(5), StandardCharsets.UTF_8);
        String[] parts = name.split("/");
        return Optional.of(parts)
                .filter(found -> found.length > 1 && !removed.contains(request.path()))
                .flatMap(found -> backstage.jobs().find(found[found.length - 2]))
                .flatMap(Job::made)
                .orElseThrow(() -> new Refused(404, "No such object: " + name));
    }

    @Override
    public Answer refusal(Refused refused) {
        return error(refused.status(), String.valueOf(refused.getMessage()));
    }

    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> error(429, "Quota exceeded for base model: virtual-try-on.");
            case RATE_LIMITED_WITH_HINT ->
                error(429, "Quota exceeded for base model: virtual-try-on.").with("Retry-After", "1");
            case BUSY -> error(503, "The service is currently unavailable.");
            case OUT_OF_CREDIT ->
                error(
                        403,
                        "This API method requires billing to be enabled.",
                        List.of(Map.of(
                                "@type",
                                "type.googleapis.com/google.rpc.ErrorInfo",
                                "reason",
                                "BILLING_DISABLED",
                                "domain",
                                "googleapis.com")));
            default -> error(500, "Internal error encountered.");
        };
    }

    private static Answer error(int status, String message) {
        return error(status, message, List.of());
    }

    private static Answer error(int status, String message, List<Map<String, String>> details) {
        String name =
                switch (status) {
                    case 401 -> "UNAUTHENTICATED";
                    case 403 -> "PERMISSION_DENIED";
                    case 404 -> "NOT_FOUND";
                    case 429 -> "RESOURCE_EXHAUSTED";
                    case 500 -> "INTERNAL";
                    case 503 -> "UNAVAILABLE";
                    default -> "INVALID_ARGUMENT";
                };
        return Answer.json(
                status,
                Map.of("error", Map.of("code", status, "message", message, "status", name, "details", details)));
    }
}
