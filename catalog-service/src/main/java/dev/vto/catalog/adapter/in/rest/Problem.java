package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.Rejected.FieldError;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An error answer, RFC 9457. */
@Schema(name = "Problem", description = "RFC 9457. `code` is what clients branch on.")
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        @Schema(examples = "missing_photo") String code,
        @Schema(description = "Fields that are wrong.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<FieldError> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String code, String detail, @Nullable String instance, List<FieldError> errors) {
        return new Problem("about:blank", title(status), status, detail, instance, code, errors);
    }

    static Problem of(Rejected rejected, @Nullable String instance) {
        return of(
                status(rejected.reason()),
                rejected.code(),
                String.valueOf(rejected.getMessage()),
                instance,
                rejected.errors());
    }

    /** Jakarta REST does not know 422 (RFC 9110, 15.5.21). */
    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    private static int status(Rejected.Reason reason) {
        return switch (reason) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case CONFLICT -> 409;
            case STALE -> 412;
            case IMPOSSIBLE -> 422;
            case TOO_LARGE -> 413;
            case UNSUPPORTED -> 415;
            case RATE_LIMITED -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
