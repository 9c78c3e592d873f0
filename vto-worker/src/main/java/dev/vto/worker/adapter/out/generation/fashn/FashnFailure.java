package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.fashn.FashnApi.RunError;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** FASHN's errors in our classes: docs.fashn.ai, "Error handling". */
final class FashnFailure {

    private FashnFailure() {}

    /** Of a request. Three things are told by 429, and one of them does not pass. */
    static GenerationFailed of(Response response, String body) {
        FailureCode code = Failures.ofStatus(response.getStatus());
        if (response.getStatus() == 429 && body.contains("OutOfCredits")) {
            code = FailureCode.QUOTA_EXHAUSTED;
        } else if (response.getStatus() == 429 && body.contains("ConcurrencyLimitExceeded")) {
            code = FailureCode.CAPACITY;
        }
        return Failures.of(code, response, body);
    }

    /** Of a prediction that has failed. */
    static GenerationFailed of(@Nullable RunError error) {
        String name = error == null ? "" : String.valueOf(error.name());
        String detail = error == null ? "no error is named" : name + ": " + error.message();
        return switch (name) {
            case "ContentModerationError" -> Failures.of(FailureCode.MODERATED, detail);
            case "PoseError" ->
                new GenerationFailed(
                        FailureCode.INVALID_INPUT,
                        "No person could be recognised in the photo that is to be dressed.",
                        detail,
                        null,
                        null);
            case "ImageLoadError", "InputValidationError" -> Failures.of(FailureCode.INVALID_INPUT, detail);
            default -> Failures.of(FailureCode.TRANSIENT, detail);
        };
    }
}
