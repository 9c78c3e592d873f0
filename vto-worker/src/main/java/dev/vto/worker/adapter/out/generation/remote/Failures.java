package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.faulttolerance.api.RateLimitException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** What went wrong at a backend, in our own words. What the backend itself said is for operators alone. */
public final class Failures {

    private Failures() {}

    /** A failure of this class with its usual sentence. */
    public static GenerationFailed of(FailureCode code, @Nullable String detail) {
        return new GenerationFailed(code, code.sentence(), detail, null, null);
    }

    /**
     * A response that is an error, by its status alone where the adapter knows no better.
     *
     * @param code what the adapter makes of it
     * @param body what the backend said
     */
    public static GenerationFailed of(FailureCode code, Response response, String body) {
        return new GenerationFailed(
                code, code.sentence(), "HTTP " + response.getStatus() + ": " + body, retryAfter(response), null);
    }

    /** The class that a status stands for where nothing more is known. */
    public static FailureCode ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> FailureCode.AUTH;
            case 402 -> FailureCode.QUOTA_EXHAUSTED;
            case 404, 410 -> FailureCode.RESULT_EXPIRED;
            case 429 -> FailureCode.RATE_LIMITED;
            case 503 -> FailureCode.CAPACITY;
            default -> status >= 500 || status == 408 ? FailureCode.TRANSIENT : FailureCode.INVALID_INPUT;
        };
    }

    /** Whether it is a failure of one of these classes. */
    public static boolean isOneOf(Throwable failure, FailureCode... codes) {
        return failure instanceof GenerationFailed failed && List.of(codes).contains(failed.code());
    }

    /** Whatever a client threw. */
    static GenerationFailed of(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof GenerationFailed known) {
                return known;
            }
        }
        FailureCode code = FailureCode.INTERNAL;
        if (trouble instanceof CircuitBreakerOpenException) {
            code = FailureCode.CAPACITY;
        } else if (trouble instanceof RateLimitException) {
            code = FailureCode.RATE_LIMITED;
        } else if (hasCause(trouble, IOException.class) || hasCause(trouble, TimeoutException.class)) {
            code = FailureCode.TRANSIENT;
        }
        return new GenerationFailed(code, code.sentence(), trouble.toString(), null, trouble);
    }

    /** Whether the request cannot have reached the backend. */
    static boolean isUnsent(GenerationFailed failed) {
        return hasCause(failed, ConnectException.class)
                || hasCause(failed, UnknownHostException.class)
                || hasCause(failed, CircuitBreakerOpenException.class)
                || hasCause(failed, RateLimitException.class);
    }

    private static boolean hasCause(Throwable trouble, Class<? extends Throwable> type) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** {@code Retry-After} in seconds or as a date; null where there is none that can be read. */
    private static @Nullable Duration retryAfter(Response response) {
        String value = response.getHeaderString("Retry-After");
        if (value == null) {
            return null;
        }
        try {
            return value.matches("[0-9]{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
