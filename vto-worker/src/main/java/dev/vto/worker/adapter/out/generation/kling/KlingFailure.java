package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kling's errors in our classes. Those of requests have the codes of its page "Error Code", which tell more than the
 * status does: 429 alone stands for six things. Those of tasks have only words.
 */
final class KlingFailure {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*([0-9]{1,6})\\b");

    private static final Pattern MODERATED =
            Pattern.compile("risk control|moderation|sensitive|content (policy|security)", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNUSABLE =
            Pattern.compile("pixel|aspect ratio|resolution|format|detect|recogni[sz]e", Pattern.CASE_INSENSITIVE);

    private KlingFailure() {}

    /** Of a request. */
    static GenerationFailed of(Response response, String body) {
        FailureCode otherwise = Failures.ofStatus(response.getStatus());
        Matcher code = CODE.matcher(body);
        return Failures.of(
                code.find() ? ofCode(Integer.parseInt(code.group(1)), otherwise) : otherwise, response, body);
    }

    /** Of a request that was answered with status 200. */
    static GenerationFailed of(int code, @Nullable String message) {
        return Failures.of(ofCode(code, FailureCode.TRANSIENT), "code " + code + ": " + message);
    }

    /** Of a task. */
    static GenerationFailed ofTask(@Nullable String message) {
        String said = message == null ? "no reason is named" : message;
        FailureCode code = FailureCode.TRANSIENT;
        if (MODERATED.matcher(said).find()) {
            code = FailureCode.MODERATED;
        } else if (UNUSABLE.matcher(said).find()) {
            code = FailureCode.INVALID_INPUT;
        }
        return Failures.of(code, said);
    }

    private static FailureCode ofCode(int code, FailureCode otherwise) {
        return switch (code) {
            case 1000, 1001, 1002, 1003, 1004, 1100, 1103, 1304 -> FailureCode.AUTH;
            case 1101, 1102 -> FailureCode.QUOTA_EXHAUSTED;
            case 1200, 1201 -> FailureCode.INVALID_INPUT;
            case 1202 -> FailureCode.INTERNAL;
            case 1203 -> FailureCode.RESULT_EXPIRED;
            case 1300, 1301 -> FailureCode.MODERATED;
            case 1302 -> FailureCode.RATE_LIMITED;
            case 1303, 5001 -> FailureCode.CAPACITY;
            default -> otherwise;
        };
    }
}
