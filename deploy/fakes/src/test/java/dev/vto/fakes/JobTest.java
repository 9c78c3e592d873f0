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
    private static final Made MADE = new Made("png", "image/png", new byte[] {1});

    @Test
    void movesUpRunsAndIsDone() {
        List<State> states = untilOver(new Job("a", MADE, null, PACE));

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
        List<State> states = untilOver(new Job("a", MADE, Fault.MODERATED, PACE));

        assertThat(states.get(states.size() - 1).stage()).isEqualTo(Stage.FAILED);
    }

    @Test
    void runsUntilItIsReleased() throws InterruptedException {
        Job job = new Job("a", MADE, Fault.ENDLESS, Duration.ofNanos(1));
        assertThat(job.look().stage()).isEqualTo(Stage.RUNNING);

        job.release();

        assertThat(job.look().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void isCancelledWhileItIsNotOver() {
        Job running = new Job("a", MADE, Fault.ENDLESS, Duration.ofNanos(1));
        Job done = new Job("b", MADE, null, Duration.ofNanos(1));

        assertThat(running.cancel()).isTrue();
        assertThat(done.cancel()).isFalse();

        assertThat(running.look().stage()).isEqualTo(Stage.CANCELED);
        assertThat(done.look().stage()).isEqualTo(Stage.DONE);
    }

    @Test
    void answersLateAndTwiceWhereItIsTold() {
        List<State> states = untilOver(new Job("a", MADE, Fault.OUT_OF_ORDER, PACE));

        assertThat(states.stream()
                        .map(state -> state.stage().ordinal() * 10 - state.position() + state.fraction())
                        .toList())
                .isNotEqualTo(states.stream()
                        .map(state -> state.stage().ordinal() * 10 - state.position() + state.fraction())
                        .sorted()
                        .toList());
    }

    private static List<State> untilOver(Job job) {
        List<State> states = new ArrayList<>();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        do {
            State state = job.look();
            if (states.isEmpty() || !states.get(states.size() - 1).equals(state)) {
                states.add(state);
            }
            Thread.onSpinWait();
        } while (states.get(states.size() - 1).stage().compareTo(Stage.DONE) < 0 && System.nanoTime() < deadline);
        return states;
    }
}
