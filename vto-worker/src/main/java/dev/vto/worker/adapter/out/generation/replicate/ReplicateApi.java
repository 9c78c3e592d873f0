package dev.vto.worker.adapter.out.generation.replicate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API as replicate.com/docs/reference/http has it, as far as we use it. */
@Path("/")
public interface ReplicateApi {

    /**
     * @param version null where the path names an official model
     * @param input as the model wants it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Create(@Nullable String version, Map<String, Object> input) {}

    /**
     * @param status starting, processing, succeeded, failed, canceled or aborted
     * @param output as the model has it: a URL, or a list of them
     * @param dataRemoved what Replicate does to output an hour after the end
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Prediction(
            String id,
            String status,
            @Nullable JsonNode output,
            @Nullable String error,
            @Nullable String logs,
            @JsonProperty("data_removed") boolean dataRemoved) {}

    /** @param cancelAfter as {@code 600s}: when Replicate stops it by itself */
    @POST
    @Path("predictions")
    Uni<Prediction> create(
            @BeanParam CallHeaders headers, @HeaderParam("Cancel-After") String cancelAfter, Create create);

    /** @param cancelAfter as {@code 600s}: when Replicate stops it by itself */
    @POST
    @Path("models/{owner}/{name}/predictions")
    Uni<Prediction> createOfficial(
            @BeanParam CallHeaders headers,
            @HeaderParam("Cancel-After") String cancelAfter,
            @PathParam("owner") String owner,
            @PathParam("name") String name,
            Create create);

    @GET
    @Path("predictions/{id}")
    Uni<Prediction> get(@BeanParam CallHeaders headers, @PathParam("id") String id);

    @POST
    @Path("predictions/{id}/cancel")
    Uni<Prediction> cancel(@BeanParam CallHeaders headers, @PathParam("id") String id);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return ReplicateFailure.of(response, response.readEntity(String.class));
    }
}
