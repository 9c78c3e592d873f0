package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.remote.Failures;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;

/** Cog's errors in our classes. */
final class CogFailure {

    private static final int ALL_SLOTS_BUSY = 409;

    private CogFailure() {}

    static GenerationFailed of(Response response, String body) {
        int status = response.getStatus();
        return Failures.of(status == ALL_SLOTS_BUSY ? FailureCode.CAPACITY : Failures.ofStatus(status), response, body);
    }
}
