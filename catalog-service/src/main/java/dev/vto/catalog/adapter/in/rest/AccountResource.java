package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.DeleteAccount;
import dev.vto.catalog.application.port.Exports;
import dev.vto.catalog.application.port.MediaUrls;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** The caller's account as a whole: taken along, and ended. */
@Path("/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Users")
public class AccountResource {

    private final DeleteAccount deleteAccount;
    private final Exports exports;
    private final MediaUrls urls;
    private final Caller caller;

    AccountResource(DeleteAccount deleteAccount, Exports exports, MediaUrls urls, Caller caller) {
        this.deleteAccount = deleteAccount;
        this.exports = exports;
        this.urls = urls;
        this.caller = caller;
    }

    @DELETE
    @Operation(
            operationId = "deleteMe",
            summary = "Delete the caller's account",
            description = "For good and at once: sessions end, identities, e-mail and names are forgotten, unfinished"
                    + " jobs are canceled, and nothing is shared with the caller any more. Files and rows are removed"
                    + " after the retention time. A new sign-in makes a new account.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    public Uni<Response> delete(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteAccount.delete(caller.id(), IfMatch.of(ifMatch)).map(done -> Response.noContent()
                .build());
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportMe",
            summary = "All that is held on the caller",
            description = "One JSON document, streamed: the user, and a list for each other kind of thing, what is"
                    + " deleted and not yet removed included.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Multi<byte[]> export() {
        ExportDocument document = new ExportDocument(caller.id(), urls);
        return RestMulti.fromMultiData(document.write(exports.of(caller.id())))
                .encodeAsJsonArray(false)
                .withDemand(1)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vto-export.json\"")
                .build();
    }
}
