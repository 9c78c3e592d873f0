package dev.vto.worker.adapter.out.generation.chat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;

/** What went wrong with a letter, in our classes. */
final class ChatFailure {

    private static final String NOT_TAKEN = "The letter service did not take the request.";
    private static final String NO_LETTER = "The letter service did not write a letter that can be used.";
    private static final String DECLINED = "The letter service declined to write about these products.";

    private ChatFailure() {}

    /** Of a response that is an error: platform.openai.com, "Error codes". Money is told by 429 as well. */
    static GenerationFailed of(Response response, String body) {
        int status = response.getStatus();
        if (status == 429 && body.contains("insufficient_quota")) {
            return Failures.of(FailureCode.QUOTA_EXHAUSTED, response, body);
        }
        if (status == 400 && (body.contains("content_filter") || body.contains("content_policy"))) {
            return moderated("HTTP 400: " + body);
        }
        FailureCode code = Failures.ofStatus(status);
        // No such model, or none that takes photos or a schema: the next attempt would find the same.
        return code == FailureCode.INVALID_INPUT || code == FailureCode.RESULT_EXPIRED
                ? new GenerationFailed(FailureCode.INVALID_INPUT, NOT_TAKEN, "HTTP " + status + ": " + body, null, null)
                : Failures.of(code, response, body);
    }

    static GenerationFailed moderated(String detail) {
        return new GenerationFailed(FailureCode.MODERATED, DECLINED, detail, null, null);
    }

    /** The model was asked twice, and another attempt may have more luck. */
    static GenerationFailed unusable(String detail) {
        return new GenerationFailed(FailureCode.TRANSIENT, NO_LETTER, detail, null, null);
    }
}
