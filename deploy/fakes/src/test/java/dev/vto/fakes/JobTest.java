package dev.vto.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Job.Stage;
import dev.vto.fakes.Job.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Duration PACE = Duration.ofMillis(20);
    private static final int STEPS = 5;
    private static final Made MADE = new Made("png", "image/png", new byte[] {1});

    private long now;

    @Test
    void movesUpRunsAndIsDone() {
        List<State> states = untilOver(job(null));

        assertThat(states)
                .extracting(State::stage)
                .containsSubsequence(Stage.QUEUED, Stage.RUNNING, Stage.DONE)
                .isSorted();
        assertThat(states.get(0).position()).isEqualTo(1);
        assertThat(states).extracting(State::fraction).isSorted();
        assertThat(states).extracting(state -> state.logs().size()).contains(3);
    }

    @Test
    void failsAsItIsTold() {
        List<State> states = untilOver(job(Fault.MODERATED));

        assertThat(states.get(states.size() - 1).stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    void runsUntilItIsReleased() {
        Job job = job(Fault.ENDLESS);
        pass(STEPS);
        assertThat(job.look().stage()).isEqualTo(Stage.RUNNING);

        job.release();

        assertThat(job.look().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void isCancelledWhileItIsNotOver() {
        Job running = job(Fault.ENDLESS);
        Job done = job(null);
        pass(STEPS);

        assertThat(running.cancel()).isTrue();
        assertThat(done.cancel()).isFalse();

        assertThat(running.look().stage()).isEqualTo(Stage.CANCELED);
        assertThat(done.look().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void answersLateAndTwiceWhereItIsTold() {
        List<State> states = untilOver(job(Fault.OUT_OF_ORDER));

        assertThat(states.stream()
                        .map(state -> state.stage().ordinal() * 10 - state.position() + state.fraction())
                        .toList())
                .isNotEqualTo(states.stream()
                        .map(state -> state.stage().ordinal() * 10 - state.position() + state.fraction())
                        .sorted()
                        .toList());
    }

    /** Looks twice at each step. */
    private List<State> untilOver(Job job) {
        List<State> states = new ArrayList<>();
        do {
            states.add(job.look());
            states.add(job.look());
            pass(1);
        } while (states.get(states.size() - 1).stage().compareTo(Stage.DONE) < 0);
        return states;
    }

    private Job job(Fault fault) {
        return new Job("a", MADE, fault, PACE, () -> now);
    }

    private void pass(int steps) {
        now += steps * PACE.toNanos();
    }
}
