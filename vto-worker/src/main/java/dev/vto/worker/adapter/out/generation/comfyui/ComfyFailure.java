package dev.vto.worker.adapter.out.generation.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.comfyui.ComfyApi.Status;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.adapter.out.generation.remote.ModelAnswer;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;

/** ComfyUI's errors in our classes. */
final class ComfyFailure {

    private static final String NOT_TAKEN = "The generation service did not take the request.";

    private ComfyFailure() {}

    /** Of a request. A workflow that names a node or a model which is not there does so the next time too. */
    static GenerationFailed of(Response response, String body) {
        int status = response.getStatus();
        return status == 400
                ? new GenerationFailed(FailureCode.INVALID_INPUT, NOT_TAKEN, "HTTP 400: " + body, null, null)
                : Failures.of(Failures.ofStatus(status), response, body);
    }

    /** Of a workflow that has ended without success. */
    static GenerationFailed of(Status status) {
        for (JsonNode message : status.messages()) {
            JsonNode data = message.path(1);
            switch (message.path(0).asText()) {
                case "execution_error" -> {
                    return ModelAnswer.failed(data.path("node_type").asText() + ": "
                            + data.path("exception_type").asText() + ": "
                            + data.path("exception_message").asText());
                }
                case "execution_interrupted" -> {
                    return Failures.of(FailureCode.TRANSIENT, "the workflow was interrupted");
                }
                default -> {}
            }
        }
        return Failures.of(FailureCode.TRANSIENT, "the workflow has failed, and no error is named");
    }
}
