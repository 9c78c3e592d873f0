package dev.vto.worker.adapter.out.generation.chat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** Chat completions, as far as OpenAI, vLLM and Ollama all have them. */
@Path("/")
public interface ChatApi {

    /**
     * @param responseFormat what the answer is held to
     * @param seed makes the same answer likely, where the service can
     */
    record Request(
            String model,
            List<Message> messages,
            @JsonProperty("response_format") Map<String, Object> responseFormat,
            int seed) {}

    /**
     * @param role system, user or assistant
     * @param content text, or a list of parts
     */
    record Message(String role, Object content) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Completion(List<Choice> choices) {

        public Completion {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }
    }

    /** @param finishReason stop, length, content_filter or tool_calls */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Choice(@JsonProperty("finish_reason") String finishReason, Answer message) {

        public Choice {
            finishReason = finishReason == null ? "" : finishReason;
            message = message == null ? new Answer("", "") : message;
        }
    }

    /** @param refusal why the model will not do it, in its own words; empty where it does it */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String content, String refusal) {

        public Answer {
            content = content == null ? "" : content;
            refusal = refusal == null ? "" : refusal;
        }
    }

    @POST
    @Path("chat/completions")
    Uni<Completion> complete(@BeanParam CallHeaders headers, Request request);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return ChatFailure.of(response, response.readEntity(String.class));
    }
}
