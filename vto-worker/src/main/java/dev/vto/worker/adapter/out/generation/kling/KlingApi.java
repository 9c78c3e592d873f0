package dev.vto.worker.adapter.out.generation.kling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API as Kling's reference has it, pages "Virtual Try-On" and "Image to Video", as far as we use it. */
@Path("/v1/{media}/{action}")
public interface KlingApi {

    /** @param code 0, or what is wrong, which may be said with status 200 too */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(int code, @Nullable String message, @Nullable Task data) {}

    /**
     * @param status submitted, processing, succeed or failed
     * @param statusMessage why it has failed
     * @param result empty until it has succeeded
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Task(
            @JsonProperty("task_id") String id,
            @JsonProperty("task_status") String status,
            @JsonProperty("task_status_msg") @Nullable String statusMessage,
            @JsonProperty("task_result") @Nullable Result result) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Result(@Nullable List<Made> images, @Nullable List<Made> videos) {}

    /** @param url good for 30 days */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Made(URI url) {}

    /** @param input with {@code external_task_id}, a name of ours that no other task of the account may have */
    @POST
    Uni<Answer> create(
            @BeanParam CallHeaders headers,
            @PathParam("media") String media,
            @PathParam("action") String action,
            Map<String, Object> input);

    /** @param id Kling's name of a task, or ours */
    @GET
    @Path("{id}")
    Uni<Answer> find(
            @BeanParam CallHeaders headers,
            @PathParam("media") String media,
            @PathParam("action") String action,
            @PathParam("id") String id);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return KlingFailure.of(response, response.readEntity(String.class));
    }
}
