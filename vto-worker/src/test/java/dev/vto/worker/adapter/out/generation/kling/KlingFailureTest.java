package dev.vto.worker.adapter.out.generation.kling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlingFailureTest {

    @ParameterizedTest
    @CsvSource({
        "401, 1000, AUTH",
        "401, 1004, AUTH",
        "429, 1100, AUTH",
        "429, 1101, QUOTA_EXHAUSTED",
        "429, 1102, QUOTA_EXHAUSTED",
        "403, 1103, AUTH",
        "400, 1201, INVALID_INPUT",
        "404, 1202, INTERNAL",
        "404, 1203, RESULT_EXPIRED",
        "400, 1301, MODERATED",
        "429, 1302, RATE_LIMITED",
        "429, 1303, CAPACITY",
        "429, 1304, AUTH",
        "500, 5000, TRANSIENT",
        "503, 5001, CAPACITY",
        "504, 5002, TRANSIENT",
        "429, 9999, RATE_LIMITED"
    })
    void goesByTheCodeInTheBody(int status, int code, FailureCode expected) {
        GenerationFailed failed = KlingFailure.of(
                Response.status(status).build(), "{\"code\": " + code + ",\"message\":\"why\",\"request_id\":\"x\"}");

        assertThat(failed.code()).isEqualTo(expected);
        assertThat(failed).hasMessageContaining("why");
    }

    @Test
    void goesByTheStatusWhereItCannotReadTheRest() {
        GenerationFailed failed = KlingFailure.of(
                Response.status(429).header("Retry-After", "3").build(), "<html>Too many requests</html>");

        assertThat(failed.code()).isEqualTo(FailureCode.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void knowsAnErrorThatCameWithStatus200() {
        assertThat(KlingFailure.of(1301, "declined").code()).isEqualTo(FailureCode.MODERATED);
        assertThat(KlingFailure.of(4711, null).code()).isEqualTo(FailureCode.TRANSIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Failure to pass the risk control system, MODERATED",
        "Content moderation review failed., MODERATED",
        "Image pixel is invalid, INVALID_INPUT",
        "No person could be detected in human_image, INVALID_INPUT",
        "Task failed please try again later, TRANSIENT",
        ", TRANSIENT"
    })
    void knowsWhyATaskHasFailed(String message, FailureCode code) {
        assertThat(KlingFailure.ofTask(message).code()).isEqualTo(code);
    }
}
