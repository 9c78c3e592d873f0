package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.DeleteAccount;
import dev.vto.catalog.application.port.Exports;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.shared.id.UserId;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    private final ExportSlots slots;
    private final MediaUrls urls;
    private final Caller caller;

    AccountResource(DeleteAccount deleteAccount, Exports exports, ExportSlots slots, MediaUrls urls, Caller caller) {
        this.deleteAccount = deleteAccount;
        this.exports = exports;
        this.slots = slots;
        this.urls = urls;
        this.caller = caller;
    }

    /** For the OpenAPI document: what {@link ExportDocument} writes, rows as they are held. */
    @Schema(name = "Export")
    record Export(
            Map<String, Object> user,
            List<Map<String, Object>> sessions,
            List<Map<String, Object>> collections,
            List<Map<String, Object>> projects,
            List<Map<String, Object>> products,
            List<Map<String, Object>> images,
            List<Map<String, Object>> videos,
            List<Map<String, Object>> letters,
            List<Map<String, Object>> jobs,
            List<Map<String, Object>> attempts,
            @Schema(description = "Jobs submitted in projects of others.") List<Map<String, Object>> submitted,
            @Schema(description = "Projects of others.") List<Map<String, Object>> shared,
            List<Map<String, Object>> requests) {}

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
            content = @Content(schema = @Schema(implementation = Export.class)))
    public Multi<byte[]> export() {
        UserId user = caller.id();
        ExportDocument document = new ExportDocument(user, urls);
        return RestMulti.fromMultiData(slots.hold(() -> document.write(exports.of(user))))
                .encodeAsJsonArray(false)
                .withDemand(1)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"vto-export.json\"")
                .build();
    }
}
