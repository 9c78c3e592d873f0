package dev.vto.catalog.domain;

import java.util.List;

/**
 * A request that cannot be carried out, for a reason that its sender can understand. It travels through {@code Uni}s as
 * a failure, so that every use case reads as its good path; one mapper at the edge turns it into an answer.
 */
public final class Rejected extends RuntimeException {

    /** Why, as a countable class; the edge maps each to one HTTP status. */
    public enum Reason {
        /** The request breaks the contract's schema. */
        INVALID,
        /** Whoever asks has not shown who they are. */
        UNAUTHENTICATED,
        NOT_FOUND,
        /** Seen, but not permitted to this role. */
        FORBIDDEN,
        /** The state forbids it. */
        CONFLICT,
        /** What the sender knew of the resource is out of date. */
        STALE,
        /** Valid, but impossible with this data. */
        IMPOSSIBLE,
        TOO_LARGE,
        /** Bytes that are not what they should be. */
        UNSUPPORTED,
        /** Asked too often. */
        RATE_LIMITED
    }

    /** A field of the body, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    private final Reason reason;
    private final String code;
    private final List<FieldError> errors;

    /** @param code the machine-readable word of the contract, as {@code missing_photo} */
    public Rejected(Reason reason, String code, String message, List<FieldError> errors) {
        super(message, null, false, false);
        this.reason = reason;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public static Rejected notFound(String what) {
        return new Rejected(Reason.NOT_FOUND, "not_found", "There is no such " + what + ".", List.of());
    }

    public static Rejected forbidden(String message) {
        return new Rejected(Reason.FORBIDDEN, "forbidden", message, List.of());
    }

    public static Rejected invalid(String field, String message) {
        return new Rejected(
                Reason.INVALID, "invalid_request", field + ": " + message, List.of(new FieldError(field, message)));
    }

    public static Rejected conflict(String code, String message) {
        return new Rejected(Reason.CONFLICT, code, message, List.of());
    }

    /** @param message must not tell more than the sender knows */
    public static Rejected unauthenticated(String code, String message) {
        return new Rejected(Reason.UNAUTHENTICATED, code, message, List.of());
    }

    public static Rejected stale() {
        return new Rejected(
                Reason.STALE,
                "etag_mismatch",
                "The resource has changed since it was read: its ETag is not the one in If-Match.",
                List.of());
    }

    public static Rejected impossible(String code, String message) {
        return new Rejected(Reason.IMPOSSIBLE, code, message, List.of());
    }

    public static Rejected impossible(String code, String message, List<FieldError> errors) {
        return new Rejected(Reason.IMPOSSIBLE, code, message, errors);
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
