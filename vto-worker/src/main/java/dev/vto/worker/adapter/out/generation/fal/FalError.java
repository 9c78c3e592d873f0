package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.domain.GenerationFailed;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An error as fal says it: fal.ai/docs/model-apis/errors for those of models, which have a list of {@code detail}, and
 * "Request errors" for those of fal, which have an {@code error_type}. It is the cause of the failure that we make of it.
 */
final class FalError extends RuntimeException {

    private static final Map<String, FailureCode> CODES = Map.of(
            "content_policy_violation", FailureCode.MODERATED,
            "request_timeout", FailureCode.TIMEOUT,
            "startup_timeout", FailureCode.TIMEOUT,
            "generation_timeout", FailureCode.TIMEOUT,
            "downstream_service_error", FailureCode.TRANSIENT,
            "runner_scheduling_failure", FailureCode.TRANSIENT,
            "runner_connection_timeout", FailureCode.TRANSIENT,
            "runner_connection_refused", FailureCode.TRANSIENT,
            "runner_disconnected", FailureCode.TRANSIENT);

    private final int status;
    private final List<String> types;

    private FalError(int status, List<String> types, String said) {
        super(said);
        this.status = status;
        this.types = types;
    }

    static GenerationFailed of(Response response, String body) {
        FalError error = read(response.getStatus(), body);
        GenerationFailed known = Failures.of(error.code(), response, String.valueOf(error.getMessage()));
        return new GenerationFailed(
                known.code(),
                known.sentence(),
                known.getMessage(),
                known.retryAfter().orElse(null),
                error);
    }

    /** Whether it is how a request to a model has ended, and not only how one of ours has. */
    static boolean isVerdict(Throwable failure) {
        return failure.getCause() instanceof FalError error && !error.types.isEmpty();
    }

    /** Whether the result was asked for before it was there. */
    static boolean isTooEarly(Throwable failure) {
        return failure.getCause() instanceof FalError error
                && error.status == 400
                && String.valueOf(error.getMessage()).contains("still in progress");
    }

    /** Without the input, which the errors of models repeat. */
    private static FalError read(int status, String body) {
        try {
            JsonObject json = new JsonObject(body);
            if (json.getValue("detail") instanceof JsonArray details) {
                List<JsonObject> all =
                        details.stream().map(JsonObject.class::cast).toList();
                return new FalError(
                        status,
                        all.stream().map(each -> each.getString("type", "")).toList(),
                        all.stream()
                                .map(each -> each.getValue("loc") + " " + each.getString("msg"))
                                .collect(Collectors.joining("; ")));
            }
            return new FalError(
                    status,
                    Stream.ofNullable(json.getString("error_type")).toList(),
                    String.valueOf(json.getValue("detail")));
        } catch (DecodeException | ClassCastException e) {
            return new FalError(status, List.of(), "no error of fal's shape");
        }
    }

    private FailureCode code() {
        if (status == 403 && String.valueOf(getMessage()).contains("Exhausted balance")) {
            return FailureCode.QUOTA_EXHAUSTED;
        }
        return types.stream()
                .map(CODES::get)
                .filter(code -> code != null)
                .findFirst()
                .orElseGet(() -> Failures.ofStatus(status));
    }
}
