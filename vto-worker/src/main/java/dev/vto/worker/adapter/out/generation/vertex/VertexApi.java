package dev.vto.worker.adapter.out.generation.vertex;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The model as Google's page "Virtual Try-On API" has it, as far as we use it. */
@Path("/v1/projects/{project}/locations/{location}/publishers/google/models")
public interface VertexApi {

    record Request(List<Instance> instances, Parameters parameters) {}

    record Instance(Shown personImage, List<Shown> productImages) {}

    record Shown(Image image) {

        static Shown of(String base64) {
            return new Shown(new Image(base64));
        }
    }

    /** @param bytesBase64Encoded JPEG or PNG */
    record Image(String bytesBase64Encoded) {}

    /**
     * @param seed only without watermark
     * @param storageUri where pictures are left, or null to have them answered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameters(
            int sampleCount,
            @Nullable Long seed,
            boolean addWatermark,
            String personGeneration,
            String safetySetting,
            @Nullable URI storageUri,
            OutputOptions outputOptions) {}

    record OutputOptions(String mimeType) {}

    /** Google's pages name both; what is there is one of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(@Nullable List<Made> predictions, @Nullable List<Made> images) {

        Stream<Made> made() {
            return Stream.of(Stream.ofNullable(predictions), Stream.ofNullable(images))
                    .flatMap(lists -> lists)
                    .flatMap(List::stream);
        }
    }

    /** Has one of these: a picture, where it is, or why it is withheld. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Made(@Nullable String bytesBase64Encoded, @Nullable String gcsUri, @Nullable String raiFilteredReason) {}

    @POST
    @Path("{model}:predict")
    Uni<Answer> predict(
            @BeanParam CallHeaders headers,
            @PathParam("project") String project,
            @PathParam("location") String location,
            @PathParam("model") String model,
            Request request);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return VertexFailure.of(response, response.readEntity(String.class));
    }
}
