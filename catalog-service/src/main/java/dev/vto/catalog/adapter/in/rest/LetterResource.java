package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.in.openapi.ApiDocument;
import dev.vto.catalog.application.Access;
import dev.vto.catalog.application.DeleteResult;
import dev.vto.catalog.application.EditLetter;
import dev.vto.catalog.application.ListDeletedResults;
import dev.vto.catalog.application.RestoreResult;
import dev.vto.catalog.application.WriteLetter;
import dev.vto.catalog.application.port.Results;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Marketing letters, by jobs and by people. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Letters")
public class LetterResource {

    private final WriteLetter writeLetter;
    private final EditLetter editLetter;
    private final DeleteResult<LetterId, Letter> deleteLetter;
    private final RestoreResult<LetterId, Letter> restoreLetter;
    private final ListDeletedResults<Letter> listDeletedLetters;
    private final Results results;
    private final Access access;
    private final Caller caller;

    LetterResource(
            WriteLetter writeLetter,
            EditLetter editLetter,
            DeleteResult<LetterId, Letter> deleteLetter,
            RestoreResult<LetterId, Letter> restoreLetter,
            ListDeletedResults<Letter> listDeletedLetters,
            Results results,
            Access access,
            Caller caller) {
        this.writeLetter = writeLetter;
        this.editLetter = editLetter;
        this.deleteLetter = deleteLetter;
        this.restoreLetter = restoreLetter;
        this.listDeletedLetters = listDeletedLetters;
        this.results = results;
        this.access = access;
        this.caller = caller;
    }

    /** A page of letters. */
    @Schema(name = "LetterPage")
    record List(java.util.List<LetterView> items, @Nullable String nextCursor) {}

    @POST
    @Idempotent
    @Path("/projects/{id}/letters")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createLetter",
            summary = "Write a letter",
            description = "Takes an editor. It becomes the project's current letter, and its product's.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LetterBody.New.class)))
    @APIResponse(
            responseCode = "201",
            description = "The letter.",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "422", ref = ApiDocument.IMPOSSIBLE)
    public Uni<Response> write(@PathParam("id") String id, String body) {
        WriteLetter.Draft draft = LetterBody.draft(body);
        return writeLetter
                .write(caller.id(), Ids.of("id", id, ProjectId::new), draft)
                .map(letter -> Answers.created("/v1/letters/" + letter.id(), LetterView.of(letter), letter.version()));
    }

    @GET
    @Path("/projects/{id}/letters")
    @Operation(
            operationId = "listLetters",
            summary = "The letters of a project, newest first",
            description = "With deleted=true those that can be restored, which takes an editor.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content = @Content(schema = @Schema(implementation = List.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> list(@PathParam("id") String id, @BeanParam RestorablePaging paging) {
        UserId user = caller.id();
        ProjectId project = Ids.of("id", id, ProjectId::new);
        return (paging.ofDeleted()
                        ? listDeletedLetters.list(user, project, paging.request())
                        : access.project(project, user, Role.VIEWER)
                                .flatMap(found -> results.letters(found.id(), paging.request())))
                .map(page -> Answers.ok(Paging.answer(page, LetterView::of)));
    }

    @GET
    @Path("/letters/{id}")
    @Operation(
            operationId = "getLetter",
            summary = "One letter",
            description = "generated is what the machine wrote, whatever was edited since.")
    @APIResponse(
            responseCode = "200",
            description = "The letter.",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        UserId user = caller.id();
        return results.letter(id(id))
                .map(found -> found.orElseThrow(() -> Rejected.notFound("letter")))
                .call(letter -> access.projectOf("letter", letter.projectId(), user, Role.VIEWER))
                .map(this::answer);
    }

    @PATCH
    @Path("/letters/{id}")
    @Consumes({JsonBody.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateLetter",
            summary = "Change the words of a letter",
            description = "Takes an editor. What the machine wrote stays in generated.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = LetterBody.Change.class)))
    @APIResponse(
            responseCode = "200",
            description = "The letter as it is now.",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> patch(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        return editLetter
                .edit(caller.id(), id(id), IfMatch.of(ifMatch), LetterBody.change(body))
                .map(this::answer);
    }

    @DELETE
    @Path("/letters/{id}")
    @Operation(
            operationId = "deleteLetter",
            summary = "Delete a letter",
            description = "Takes an editor. It can be restored until the retention time is over.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    public Uni<Response> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return deleteLetter.delete(caller.id(), id(id), IfMatch.of(ifMatch)).map(deleted -> Response.noContent()
                .build());
    }

    @POST
    @Path("/letters/{id}/restore")
    @Operation(
            operationId = "restoreLetter",
            summary = "Bring a deleted letter back",
            description = "Takes an editor. One that is not deleted stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The letter, live again.",
            content = @Content(schema = @Schema(implementation = LetterView.class)))
    @APIResponse(responseCode = "403", ref = ApiDocument.FORBIDDEN)
    @APIResponse(responseCode = "409", ref = ApiDocument.CONFLICT)
    public Uni<Response> restore(@PathParam("id") String id) {
        return restoreLetter.restore(caller.id(), id(id)).map(this::answer);
    }

    private Response answer(Letter letter) {
        return Answers.one(LetterView.of(letter), letter.version());
    }

    private static LetterId id(String text) {
        return Ids.of("id", text, LetterId::new);
    }
}
