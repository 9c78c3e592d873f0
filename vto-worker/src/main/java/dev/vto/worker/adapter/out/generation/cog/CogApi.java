package dev.vto.worker.adapter.out.generation.cog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server as Cog's docs/http.md has it, as far as we use it. */
@Path("predictions/{id}")
public interface CogApi {

    /** @param input as the model wants it */
    record Create(Map<String, Object> input) {}

    /**
     * @param status starting or processing (it runs for somebody else already), succeeded, failed or canceled
     * @param output as the model has it: a URL, mostly {@code data:}, or a list of them
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Prediction(String status, @Nullable JsonNode output, @Nullable String error) {}

    /** Makes a prediction and answers when it is over; of one that runs under this id, at once where it is. */
    @PUT
    Uni<Prediction> predict(@BeanParam CallHeaders headers, @PathParam("id") String id, Create create);

    @POST
    @Path("cancel")
    Uni<Void> cancel(@BeanParam CallHeaders headers, @PathParam("id") String id);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return CogFailure.of(response, response.readEntity(String.class));
    }
}
