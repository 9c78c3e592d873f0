package dev.vto.worker.adapter.out.generation.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicateFailureTest {

    @ParameterizedTest
    @CsvSource({
        "The input or output was flagged as sensitive. (E005), MODERATED",
        "cannot identify image file '/tmp/a.jpg', INVALID_INPUT",
        "Timeout starting prediction (E6716), TIMEOUT",
        "Model Out of Memory (E1001), TRANSIENT",
        ", TRANSIENT"
    })
    void knowsWhyAPredictionHasFailed(String error, FailureCode code) {
        assertThat(ReplicateFailure.of(error).code()).isEqualTo(code);
    }

    @Test
    void readsFromTheBodyWhenToComeAgain() {
        GenerationFailed failed = ReplicateFailure.of(
                Response.status(429).build(), "{\"detail\":\"Request was throttled.\",\"retry_after\": 5}");

        assertThat(failed.code()).isEqualTo(FailureCode.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(5));
    }
}
