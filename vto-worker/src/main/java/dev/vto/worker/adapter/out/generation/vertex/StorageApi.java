package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.worker.adapter.out.generation.remote.CallHeaders;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Objects of Cloud Storage, as its JSON API has them. */
@Path("/storage/v1/b/{bucket}/o/{object}")
public interface StorageApi {

    /** @param alt {@code media} for the object itself */
    @GET
    Uni<byte[]> get(
            @BeanParam CallHeaders headers,
            @PathParam("bucket") String bucket,
            @PathParam("object") String object,
            @QueryParam("alt") String alt);

    @DELETE
    Uni<Void> delete(
            @BeanParam CallHeaders headers, @PathParam("bucket") String bucket, @PathParam("object") String object);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return Failures.of(Failures.ofStatus(response.getStatus()), response, response.readEntity(String.class));
    }
}
