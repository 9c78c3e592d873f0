package dev.vto.catalog.adapter.in.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The error answers that operations share, as components that they refer to. */
enum ProblemAnswer {
    INVALID("400", "Invalid", "The request breaks this document's schema; `errors` names the fields."),
    UNAUTHENTICATED("401", "Unauthenticated", "No access token, or none that is valid now."),
    FORBIDDEN("403", ApiDocument.FORBIDDEN, "Seen by the caller, but the caller's role may not do this."),
    NOT_FOUND("404", "NotFound", "There is none, or it is neither the caller's nor shared with the caller."),
    NOT_ACCEPTABLE("406", "NotAcceptable", "There is no representation of the kind that Accept asks for."),
    CONFLICT("409", ApiDocument.CONFLICT, "The state forbids it; `code` says why."),
    STALE("412", "Stale", "The resource has changed since the ETag in If-Match was read."),
    TOO_LARGE("413", "TooLarge", "The body is larger than this operation takes."),
    UNSUPPORTED("415", "Unsupported", "The body is of no media type that this operation takes."),
    IMPOSSIBLE("422", ApiDocument.IMPOSSIBLE, "Valid, but impossible with the data as they are; `code` says why."),
    RATE_LIMITED("429", "RateLimited", "Asked too often; Retry-After says when to go on.");

    private final String status;
    private final String component;
    private final String description;

    ProblemAnswer(String status, String component, String description) {
        this.status = status;
        this.component = component;
        this.description = description;
    }

    String status() {
        return status;
    }

    String component() {
        return component;
    }

    APIResponse reference() {
        return OASFactory.createAPIResponse().ref(component);
    }

    APIResponse definition() {
        APIResponse answer =
                OASFactory.createAPIResponse().description(description).content(content());
        return this == RATE_LIMITED ? answer.addHeader("Retry-After", Headers.RETRY_AFTER.definition()) : answer;
    }

    /** A problem, whatever it is about. */
    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
