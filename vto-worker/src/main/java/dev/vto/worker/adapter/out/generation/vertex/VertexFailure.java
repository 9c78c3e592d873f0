package dev.vto.worker.adapter.out.generation.vertex;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;

/** Errors of Google's APIs in our classes: "API errors" of Vertex AI, and the reasons of {@code google.rpc.ErrorInfo}. */
final class VertexFailure {

    private VertexFailure() {}

    static GenerationFailed of(Response response, String body) {
        return Failures.of(code(response.getStatus(), body), response, body);
    }

    private static FailureCode code(int status, String body) {
        if (status == 403 && body.contains("BILLING_DISABLED")) {
            return FailureCode.QUOTA_EXHAUSTED;
        }
        // What the filters of its input decline is said as an argument that is wrong, with codes for Google's support.
        if (status == 400 && body.contains("Support codes")) {
            return FailureCode.MODERATED;
        }
        return switch (status) {
            // A project, location or model of our settings.
            case 404 -> FailureCode.INTERNAL;
            case 499 -> FailureCode.TRANSIENT;
            default -> Failures.ofStatus(status);
        };
    }
}
