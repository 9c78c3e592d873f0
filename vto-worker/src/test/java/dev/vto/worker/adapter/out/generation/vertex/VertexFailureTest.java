package dev.vto.worker.adapter.out.generation.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VertexFailureTest {

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, INVALID_INPUT",
        "400, The image violates our policies. Support codes: 58061214, MODERATED",
        "401, UNAUTHENTICATED, AUTH",
        "403, PERMISSION_DENIED, AUTH",
        "403, BILLING_DISABLED, QUOTA_EXHAUSTED",
        "404, NOT_FOUND, INTERNAL",
        "429, RESOURCE_EXHAUSTED, RATE_LIMITED",
        "499, CANCELLED, TRANSIENT",
        "500, INTERNAL, TRANSIENT",
        "503, UNAVAILABLE, CAPACITY",
        "504, DEADLINE_EXCEEDED, TRANSIENT"
    })
    void knowsTheErrorsOfGooglesApis(int status, String said, FailureCode code) {
        GenerationFailed failed = VertexFailure.of(Response.status(status).build(), said);

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed).hasMessageContaining(said);
    }
}
