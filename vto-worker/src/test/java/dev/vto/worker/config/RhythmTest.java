package dev.vto.worker.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.JobKind;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RhythmTest {

    @Test
    void takesPeriodsOfAnyLengthThatGoTogether() {
        assertThatCode(() -> Rhythm.check(new Periods("PT1S", "PT5S", "PT30S"))).doesNotThrowAnyException();
        assertThatCode(() -> Rhythm.check(new Periods("PT10M", "PT5M", "PT10M0.001S")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesALeaseThatOneMissedBeatWouldEnd() {
        assertThatThrownBy(() -> Rhythm.check(new Periods("PT1S", "PT15S", "PT30S")))
                .hasMessageContaining("vto.worker.lease (PT30S)")
                .hasMessageContaining("vto.worker.heartbeat (PT15S)");
    }

    @Test
    void refusesTimersThatNeverRest() {
        assertThatThrownBy(() -> Rhythm.check(new Periods("PT0S", "PT5S", "PT30S")))
                .hasMessage("vto.worker.poll (PT0S) must be a millisecond at least");
        assertThatThrownBy(() -> Rhythm.check(new Periods("PT1S", "PT-5S", "PT30S")))
                .hasMessageStartingWith("vto.worker.heartbeat (PT-5S)");
    }

    private record Periods(Duration poll, Duration heartbeat, Duration lease) implements WorkerSettings.Worker {

        Periods(String poll, String heartbeat, String lease) {
            this(Duration.parse(poll), Duration.parse(heartbeat), Duration.parse(lease));
        }

        @Override
        public String name() {
            return "worker";
        }

        @Override
        public OptionalInt slots() {
            return OptionalInt.empty();
        }

        @Override
        public Set<JobKind> kinds() {
            return Set.of();
        }

        @Override
        public Duration grace() {
            return Duration.ZERO;
        }
    }
}
