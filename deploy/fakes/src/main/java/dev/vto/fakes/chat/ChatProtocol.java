package dev.vto.fakes.chat;

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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, with answers as JSON of a schema: {@code POST /v1/chat/completions}. A request is a job that
 * is done at once.
 */
public final class ChatProtocol implements Protocol {

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Optional<Purpose> purpose(Request request) {
        return request.is("POST", "/v1/chat/completions") ? Optional.of(Purpose.SUBMIT) : Optional.empty();
    }

    @Override
    public Reply answer(Request request, Backstage backstage) {
        backstage.requireKey(request, "Bearer");
        JsonNode body = request.json();
        ChatRequest.require(body);
        String letter = FakeLetter.of(body);
        Made made = new Made("json", "application/json", letter.getBytes(StandardCharsets.UTF_8));
        Job job = backstage.jobs().submit("chatcmpl-" + UUID.randomUUID(), made);
        Fault fault = job.fault().orElse(null);
        if (fault == Fault.ENDLESS) {
            return Held.FOREVER;
        }
        if (fault == Fault.MODERATED) {
            return completion(job, body, "stop", null, "I'm sorry, I cannot help with that.");
        }
        if (fault == Fault.UNUSABLE) {
            return completion(job, body, "content_filter", "", null);
        }
        if (fault == Fault.BROKEN) {
            return completion(
                    job, body, "stop", "Here is your letter: " + letter.substring(0, letter.length() - 1), null);
        }
        return fault == Fault.CUT_SHORT
                ? completion(job, body, "length", letter.substring(0, letter.length() / 2), null)
                : completion(job, body, "stop", letter, null);
    }

    private static Answer completion(
            Job job, JsonNode body, String finishReason, @Nullable String content, @Nullable String refusal) {
        Map<String, Object> message = map("role", "assistant", "content", content, "refusal", refusal);
        return Answer.json(
                200,
                map(
                        "id",
                        job.id(),
                        "object",
                        "chat.completion",
                        "created",
                        1,
                        "model",
                        body.path("model").asText(),
                        "choices",
                        List.of(map("index", 0, "finish_reason", finishReason, "message", message)),
                        "usage",
                        map("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2)));
    }

    @Override
    public Answer refusal(Refused refused) {
        String code = refused.status() == 401 ? "invalid_api_key" : null;
        return error(refused.status(), "invalid_request_error", code, String.valueOf(refused.getMessage()));
    }

    @Override
    public Answer refusal(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED -> error(429, "requests", "rate_limit_exceeded", "Rate limit reached");
            case RATE_LIMITED_WITH_HINT ->
                error(429, "requests", "rate_limit_exceeded", "Rate limit reached")
                        .with("Retry-After", "1");
            case BUSY -> error(503, "server_error", null, "The engine is currently overloaded");
            case OUT_OF_CREDIT ->
                error(429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota");
            default -> error(500, "server_error", null, "The server had an error");
        };
    }

    private static Answer error(int status, String type, @Nullable String code, String message) {
        return Answer.json(status, Map.of("error", map("message", message, "type", type, "param", null, "code", code)));
    }

    /** With nulls, as the service has them. */
    private static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
