package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.shared.media.MediaKey;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.application.port.JobSteps.Leftover;
import dev.vto.worker.application.port.JobSteps.Result;
import dev.vto.worker.application.port.JobSteps.Step;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store of steps has in common. */
public abstract class StepsContract extends QueueContract {

    private static final Made.Origin BACKEND = new Made.Origin("backend", "model-1", true);
    private static final Result RESULT = new Result(
            new Made.StoredFile(
                    new MediaKey("owner/job/steps/0-upper.png"),
                    new MediaKey("owner/job/steps/0-upper-thumb.jpg"),
                    "image/png",
                    640,
                    960,
                    1000),
            0);

    private JobSteps steps;

    @BeforeEach
    void openSteps() {
        steps = table.steps();
    }

    @Test
    void knowsNothingOfACallAtFirst() {
        assertThat(get(steps.begin(claimed(), "0-upper", BACKEND))).isEqualTo(new Step(null, null));
    }

    @Test
    void tellsTheNextRunWhatWasSubmittedAndFinished() {
        ClaimedJob job = claimed();
        get(steps.begin(job, "0-bottom", BACKEND));
        get(steps.submitted(job, "0-bottom", "b1"));
        get(steps.finish(job, "0-bottom", RESULT));
        get(steps.begin(job, "0-upper", BACKEND));
        get(steps.submitted(job, "0-upper", "b2"));
        lose();
        ClaimedJob again = claimAgain();

        assertThat(get(steps.begin(again, "0-bottom", BACKEND))).isEqualTo(new Step("b1", RESULT));
        assertThat(get(steps.begin(again, "0-upper", BACKEND))).isEqualTo(new Step("b2", null));
    }

    @Test
    void forgetsAJobOfTheBackend() {
        ClaimedJob job = claimed();
        get(steps.begin(job, "0-upper", BACKEND));
        get(steps.submitted(job, "0-upper", "b1"));

        get(steps.forget(job, "0-upper"));

        assertThat(get(steps.begin(job, "0-upper", BACKEND))).isEqualTo(new Step(null, null));
    }

    @Test
    void dropsWhatAnotherModelHasLeft() {
        ClaimedJob job = claimed();
        get(steps.begin(job, "0-upper", BACKEND));
        get(steps.submitted(job, "0-upper", "b1"));
        get(steps.finish(job, "0-upper", RESULT));

        assertThat(get(steps.begin(job, "0-upper", new Made.Origin("backend", "model-2", true))))
                .isEqualTo(new Step(null, null));
    }

    static Stream<Function<JobSteps, Function<ClaimedJob, Uni<?>>>> writes() {
        return Stream.of(
                steps -> job -> steps.begin(job, "0-upper", BACKEND),
                steps -> job -> steps.submitted(job, "0-upper", "late"),
                steps -> job -> steps.forget(job, "0-upper"),
                steps -> job -> steps.finish(job, "0-upper", RESULT));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void rejectsWritesOfAStaleClaim(Function<JobSteps, Function<ClaimedJob, Uni<?>>> write) {
        ClaimedJob stale = claimed();
        get(steps.begin(stale, "0-upper", BACKEND));
        get(steps.submitted(stale, "0-upper", "b1"));
        lose();
        ClaimedJob job = claimAgain();

        assertThatThrownBy(() -> get(write.apply(steps).apply(stale))).isInstanceOf(CancellationException.class);

        assertThat(get(steps.begin(job, "0-upper", BACKEND))).isEqualTo(new Step("b1", null));
    }

    @Test
    void leavesTheStepsOfAJobThatWaitsAlone() {
        ClaimedJob job = claimed();
        get(steps.begin(job, "0-upper", BACKEND));
        get(queue.retryLater(job, Results.failure(FailureCode.CAPACITY), Duration.ZERO));

        assertThat(leftovers("backend")).isEmpty();
    }

    @Test
    void namesAndRemovesTheStepsOfAJobThatHasEnded() {
        ClaimedJob job = claimed();
        get(steps.begin(job, "0-bottom", BACKEND));
        get(steps.submitted(job, "0-bottom", "done"));
        get(steps.finish(job, "0-bottom", RESULT));
        get(steps.begin(job, "0-upper", BACKEND));
        get(steps.submitted(job, "0-upper", "open"));
        get(queue.fail(job, Results.failure(FailureCode.MODERATED)));

        List<Leftover> leftovers = leftovers("backend");

        assertThat(leftovers)
                .containsExactly(
                        new Leftover(job.ownerId(), job.id(), "0-bottom", JobKind.IMAGE, "backend", null),
                        new Leftover(job.ownerId(), job.id(), "0-upper", JobKind.IMAGE, "backend", "open"));
        get(steps.remove(leftovers));
        assertThat(leftovers("backend")).isEmpty();
    }

    @Test
    void leavesWhatAnotherBackendMayStillRunToWhoCanReachIt() {
        ClaimedJob job = claimed();
        get(steps.begin(job, "0-upper", BACKEND));
        get(steps.submitted(job, "0-upper", "open"));
        get(queue.fail(job, Results.failure(FailureCode.MODERATED)));

        assertThat(leftovers("elsewhere")).isEmpty();
        assertThat(leftovers("backend")).hasSize(1);
    }

    private List<Leftover> leftovers(String provider) {
        return get(steps.leftovers(Set.of(provider), 100));
    }
}
