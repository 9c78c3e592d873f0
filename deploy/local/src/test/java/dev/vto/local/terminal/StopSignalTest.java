package dev.vto.local.terminal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final StopSignal stop = new StopSignal();

    @Test
    void letsWorkGoOnUntilItIsGiven() {
        assertThatCode(() -> {
                    stop.check();
                    stop.pause(Duration.ofMillis(1));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void endsEveryWaitOnceItIsGiven() {
        stop.give();

        assertThatCode(stop::await).doesNotThrowAnyException();
        assertThatExceptionOfType(StopSignal.Stopped.class).isThrownBy(stop::check);
        assertThatExceptionOfType(StopSignal.Stopped.class).isThrownBy(() -> stop.pause(Duration.ofDays(1)));
    }
}
