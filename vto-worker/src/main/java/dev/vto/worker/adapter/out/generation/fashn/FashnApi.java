package dev.vto.worker.adapter.out.generation.fashn;

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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API as docs.fashn.ai has it, as far as we use it. */
@Path("/")
public interface FashnApi {

    /** @param inputs as the model wants them */
    record Run(@JsonProperty("model_name") String modelName, Map<String, Object> inputs) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Accepted(String id) {}

    /** @param status starting, in_queue, processing, completed, failed, canceled or time_out */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Prediction(String status, @Nullable List<String> output, @Nullable RunError error) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RunError(@Nullable String name, @Nullable String message) {}

    @POST
    @Path("run")
    Uni<Accepted> run(@BeanParam CallHeaders headers, Run run);

    @GET
    @Path("status/{id}")
    Uni<Prediction> status(@BeanParam CallHeaders headers, @PathParam("id") String id);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return FashnFailure.of(response, response.readEntity(String.class));
    }
}
