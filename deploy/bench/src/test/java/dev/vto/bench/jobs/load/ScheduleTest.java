package dev.vto.bench.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final int MANY = 20_000;

    @Test
    void arrivesAtItsRate() {
        Schedule schedule = Schedule.poisson(1000, MANY, 1);

        assertThat(schedule.length().toMillis() / 1e3).isCloseTo(20, within(1.0));
        assertThat(schedule.dueNanos()).hasSize(MANY).isSorted();
    }

    /** The gaps of a Poisson process are as wide apart as they are long: their deviation is their mean. */
    @Test
    void arrivesAsManyDoWhoDoNotKnowOfEachOther() {
        long[] due = Schedule.poisson(1000, MANY, 2).dueNanos();
        double mean = due[MANY - 1] / (double) MANY;
        double squares = 0;
        for (int i = 1; i < MANY; i++) {
            squares += Math.pow(due[i] - due[i - 1] - mean, 2);
        }

        assertThat(Math.sqrt(squares / MANY) / mean).isCloseTo(1, within(0.05));
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(Schedule.poisson(10, 100, 3)).isEqualTo(Schedule.poisson(10, 100, 3));
        assertThat(Schedule.poisson(10, 100, 3)).isNotEqualTo(Schedule.poisson(10, 100, 4));
    }

    @Test
    void refusesNoRateAndNoArrivals() {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.poisson(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.poisson(Double.NaN, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.poisson(1, 0, 1));
    }
}
