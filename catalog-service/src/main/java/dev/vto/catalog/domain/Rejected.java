package dev.vto.catalog.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        RATE_LIMITED,
        /** Somebody whom we need does not answer. */
        UNAVAILABLE
    }

    /** A field of the body, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    private final Reason reason;
    private final String code;
    private final List<FieldError> errors;

    @Nullable
    private final Duration retryAfter;

    /** @param code the machine-readable word of the contract, as {@code missing_photo} */
    public Rejected(Reason reason, String code, String message, List<FieldError> errors) {
        this(reason, code, message, errors, null);
    }

    private Rejected(
            Reason reason, String code, String message, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.reason = reason;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
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

    /** @param retryAfter when it is worth trying again */
    public static Rejected unavailable(String code, String message, Duration retryAfter) {
        return new Rejected(Reason.UNAVAILABLE, code, message, List.of(), retryAfter);
    }

    /** @param retryAfter when there may be room again */
    public static Rejected rateLimited(String code, String message, Duration retryAfter) {
        return new Rejected(Reason.RATE_LIMITED, code, message, List.of(), retryAfter);
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

    /** When it is worth trying again, if that can be said. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
