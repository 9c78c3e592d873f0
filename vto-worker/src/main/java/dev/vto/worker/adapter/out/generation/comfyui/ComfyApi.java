package dev.vto.worker.adapter.out.generation.comfyui;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

/** The server as docs.comfy.org and server.py of ComfyUI have it, as far as we use it. */
@Path("/")
public interface ComfyApi {

    /** Where an upload lies below the folder of inputs. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Uploaded(String name, String subfolder) {

        /** As a workflow names it. */
        String path() {
            return subfolder.isEmpty() ? name : subfolder + "/" + name;
        }
    }

    /**
     * @param prompt the workflow
     * @param promptId our name for it, a UUID
     * @param clientId who is told by WebSocket how far it is
     */
    record Prompt(
            JsonNode prompt, @JsonProperty("prompt_id") String promptId, @JsonProperty("client_id") String clientId) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Accepted(@JsonProperty("prompt_id") String promptId) {}

    /** Each entry is a list: number, id, workflow and more. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Queue(
            @JsonProperty("queue_running") List<JsonNode> running,
            @JsonProperty("queue_pending") List<JsonNode> pending) {

        boolean isRunning(String promptId) {
            return holds(running, promptId);
        }

        boolean isPending(String promptId) {
            return holds(pending, promptId);
        }

        private static boolean holds(List<JsonNode> entries, String promptId) {
            return entries.stream().anyMatch(entry -> entry.path(1).asText().equals(promptId));
        }
    }

    /**
     * A workflow that is over.
     *
     * @param outputs what each node has made
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Ended(Map<String, JsonNode> outputs, Status status) {}

    /** @param messages each a list: type and data */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(boolean completed, List<JsonNode> messages) {}

    record Delete(List<String> delete) {}

    record Interrupt(@JsonProperty("prompt_id") String promptId) {}

    @POST
    @Path("upload/image")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<Uploaded> upload(@BeanParam CallHeaders headers, ClientMultipartForm form);

    @POST
    @Path("prompt")
    Uni<Accepted> submit(@BeanParam CallHeaders headers, Prompt prompt);

    @GET
    @Path("queue")
    Uni<Queue> queue(@BeanParam CallHeaders headers);

    /** Empty of a workflow that waits or runs, as of one that is unknown. */
    @GET
    @Path("history/{id}")
    Uni<Map<String, Ended>> history(@BeanParam CallHeaders headers, @PathParam("id") String promptId);

    /** Takes what waits out of the queue. */
    @POST
    @Path("queue")
    Uni<Void> delete(@BeanParam CallHeaders headers, Delete delete);

    /** Stops what runs, if it is this. */
    @POST
    @Path("interrupt")
    Uni<Void> interrupt(@BeanParam CallHeaders headers, Interrupt interrupt);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return ComfyFailure.of(response, response.readEntity(String.class));
    }
}
