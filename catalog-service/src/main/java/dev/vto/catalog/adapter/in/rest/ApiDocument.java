package dev.vto.catalog.adapter.in.rest;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the whole OpenAPI document shares; operations name these answers by {@code ref}. */
@OpenAPIDefinition(
        info = @Info(title = "VTO catalog", version = "1"),
        components =
                @Components(
                        responses = {
                            @APIResponse(
                                    name = ApiDocument.INVALID,
                                    description = "The request breaks this document's schema; errors name the fields.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = ApiDocument.UNAUTHENTICATED,
                                    description = "No access token, or none that is valid now.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = ApiDocument.FORBIDDEN,
                                    description = "Shared with the caller, but the caller's role may not do this.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = ApiDocument.NOT_FOUND,
                                    description =
                                            "There is none, or it is neither the caller's nor shared with the caller.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = ApiDocument.CONFLICT,
                                    description = "The state forbids it.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = ApiDocument.STALE,
                                    description = "The resource has changed since the ETag in If-Match was read.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = ApiDocument.IMPOSSIBLE,
                                    description = "Valid, but impossible with the data as they are; code says why.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class ApiDocument extends Application {

    static final String INVALID = "Invalid";
    static final String UNAUTHENTICATED = "Unauthenticated";
    static final String FORBIDDEN = "Forbidden";
    static final String NOT_FOUND = "NotFound";
    static final String CONFLICT = "Conflict";
    static final String STALE = "Stale";
    static final String IMPOSSIBLE = "Impossible";
}
