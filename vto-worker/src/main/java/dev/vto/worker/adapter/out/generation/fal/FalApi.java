package dev.vto.worker.adapter.out.generation.fal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue as docs.fal.ai has it, as far as we use it. Each model and each request has a URL of its own. */
@Path("")
public interface FalApi {

    /** @param responseUrl where the result will be; below it are {@code status} and {@code cancel} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Accepted(@JsonProperty("response_url") URI responseUrl) {}

    /**
     * @param status IN_QUEUE, IN_PROGRESS or COMPLETED, which is said of failures too
     * @param error what went wrong, where fal says it here
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(String status, @Nullable String error) {}

    /**
     * What a model answers, each in its own way.
     *
     * @param unsafe whether what was made may not be shown: a value, or a list of them
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Output(
            @Nullable List<Made> images,
            @Nullable Made image,
            @Nullable Made video,
            @JsonProperty("has_nsfw_concepts") @Nullable JsonNode unsafe) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Made(URI url) {}

    /**
     * @param startWithin seconds after which fal gives a request up that has not begun
     * @param expiry how long fal keeps the files
     * @param input as the model wants it
     */
    @POST
    Uni<Accepted> submit(
            @Url String model,
            @BeanParam CallHeaders headers,
            @HeaderParam("X-Fal-Request-Timeout") long startWithin,
            @HeaderParam("X-Fal-Object-Lifecycle-Preference") String expiry,
            Map<String, Object> input);

    @GET
    @Path("status")
    Uni<Status> status(@Url String request, @BeanParam CallHeaders headers);

    @GET
    Uni<Output> result(@Url String request, @BeanParam CallHeaders headers);

    @PUT
    @Path("cancel")
    Uni<Void> cancel(@Url String request, @BeanParam CallHeaders headers);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return FalError.of(response, response.readEntity(String.class));
    }
}
