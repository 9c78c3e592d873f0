package dev.vto.worker.adapter.out.generation.fal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalErrorTest {

    @ParameterizedTest
    @CsvSource({
        "422, content_policy_violation, MODERATED",
        "422, image_too_large, INVALID_INPUT",
        "422, face_detection_error, INVALID_INPUT",
        "500, internal_server_error, TRANSIENT",
        "504, generation_timeout, TIMEOUT",
        "400, downstream_service_error, TRANSIENT"
    })
    void knowsTheErrorsOfModels(int status, String type, FailureCode code) {
        GenerationFailed failed =
                of(status, "{'detail':[{'loc':['body','x'],'msg':'why','type':'" + type + "','input':'secret'}]}");

        assertThat(failed.code()).isEqualTo(code);
        assertThat(FalError.isVerdict(failed)).isTrue();
        assertThat(failed).hasMessageContaining("why").message().doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "504, request_timeout, TIMEOUT",
        "504, startup_timeout, TIMEOUT",
        "503, runner_scheduling_failure, TRANSIENT",
        "503, runner_disconnected, TRANSIENT"
    })
    void knowsTheErrorsOfWhatRunsThem(int status, String type, FailureCode code) {
        GenerationFailed failed = of(status, "{'detail':'why','error_type':'" + type + "'}");

        assertThat(failed.code()).isEqualTo(code);
        assertThat(FalError.isVerdict(failed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "401, No user found for key, AUTH",
        "403, User is locked. Reason: Exhausted balance., QUOTA_EXHAUSTED",
        "403, User is locked. Reason: Admin lock., AUTH",
        "404, Request not found, RESULT_EXPIRED",
        "500, Internal Server Error, TRANSIENT"
    })
    void takesAnErrorOfTheQueueForNoVerdict(int status, String detail, FailureCode code) {
        GenerationFailed failed = of(status, "{'detail':'" + detail + "'}");

        assertThat(failed.code()).isEqualTo(code);
        assertThat(FalError.isVerdict(failed)).isFalse();
    }

    @Test
    void tellsAResultThatIsNotThereYetFromInputThatIsWrong() {
        assertThat(FalError.isTooEarly(of(400, "{'detail':'Request is still in progress'}")))
                .isTrue();
        assertThat(FalError.isTooEarly(of(400, "{'detail':'Bad request'}"))).isFalse();
    }

    @Test
    void goesByTheStatusWhereItCannotReadTheRest() {
        assertThat(of(502, "<html>Bad gateway</html>").code()).isEqualTo(FailureCode.TRANSIENT);
    }

    private static GenerationFailed of(int status, String body) {
        return FalError.of(Response.status(status).build(), body.replace('\'', '"'));
    }
}
