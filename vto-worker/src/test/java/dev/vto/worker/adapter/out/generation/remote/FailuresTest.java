package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_INPUT",
        "422, INVALID_INPUT",
        "401, AUTH",
        "403, AUTH",
        "402, QUOTA_EXHAUSTED",
        "404, RESULT_EXPIRED",
        "410, RESULT_EXPIRED",
        "408, TRANSIENT",
        "429, RATE_LIMITED",
        "500, TRANSIENT",
        "503, CAPACITY",
        "504, TRANSIENT"
    })
    void readsAStatus(int status, FailureCode code) {
        assertThat(Failures.ofStatus(status)).isEqualTo(code);
    }

    @Test
    void readsAHintInSeconds() {
        assertThat(limited("7").retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void readsAHintThatIsADate() {
        String date = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1).format(DateTimeFormatter.RFC_1123_DATE_TIME);

        assertThat(limited(date).retryAfter())
                .hasValueSatisfying(hint -> assertThat(hint).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60)));
    }

    @Test
    void takesNoHintThatItCannotRead() {
        assertThat(limited("soon").retryAfter()).isEmpty();
        assertThat(limited("-5").retryAfter()).isEmpty();
    }

    @Test
    void keepsWhatTheBackendSaidForOperators() {
        GenerationFailed failed = limited("7");

        assertThat(failed.sentence()).isEqualTo(FailureCode.RATE_LIMITED.sentence());
        assertThat(failed).hasMessage("HTTP 429: slow down");
    }

    @Test
    void tellsTroubleOnTheWayFromDefects() {
        GenerationFailed cut = Failures.of(new ProcessingException(new IOException("connection reset")));
        GenerationFailed refused = Failures.of(new ProcessingException(new ConnectException("refused")));

        assertThat(cut.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(Failures.isUnsent(cut)).isFalse();
        assertThat(refused.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(Failures.isUnsent(refused)).isTrue();
        assertThat(Failures.of(new IllegalStateException("a defect")).code()).isEqualTo(FailureCode.INTERNAL);
    }

    private static GenerationFailed limited(String hint) {
        Response response = Response.status(429).header("Retry-After", hint).build();
        return Failures.of(FailureCode.RATE_LIMITED, response, "slow down");
    }
}
