package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.ModelAnswer;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replicate's errors in our classes. */
final class ReplicateFailure {

    private static final Pattern RETRY_AFTER = Pattern.compile("\"retry_after\"\\s*:\\s*([0-9]{1,6})");

    /**
     * What a prediction says that has failed: the codes of replicate.com/docs/reference/error-codes, and those that models
     * run for Replicate by their makers end with.
     */
    private static final Map<String, FailureCode> CODES =
            Map.of("(E005)", FailureCode.MODERATED, "E6716", FailureCode.TIMEOUT);

    private ReplicateFailure() {}

    /** Of a request. When to come again is told in the body, and in {@code Retry-After} only sometimes. */
    static GenerationFailed of(Response response, String body) {
        GenerationFailed failed = Failures.of(Failures.ofStatus(response.getStatus()), response, body);
        Matcher hint = RETRY_AFTER.matcher(body);
        return failed.code() == FailureCode.RATE_LIMITED && hint.find()
                ? new GenerationFailed(
                        failed.code(),
                        failed.sentence(),
                        failed.getMessage(),
                        Duration.ofSeconds(Long.parseLong(hint.group(1))),
                        null)
                : failed;
    }

    /** Of a prediction that has failed. */
    static GenerationFailed of(@Nullable String error) {
        return CODES.entrySet().stream()
                .filter(known -> error != null && error.contains(known.getKey()))
                .map(known -> Failures.of(known.getValue(), error))
                .findFirst()
                .orElseGet(() -> ModelAnswer.failed(error));
    }
}
