package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.fixture.KeptCall;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What adapters have in common whose backend runs jobs that go on without us, and keeps what they have made for a time. */
public interface FollowedContract extends Trial {

    @Test
    default void tellsOfProgressAtEachStage() {
        KeptCall call = new KeptCall();
        startsAndLooks(call);

        fake().release();

        await().atMost(LIMIT).until(() -> call.progress().stream().anyMatch(fraction -> fraction > 0.5));
        assertThat(call.progress()).hasSizeGreaterThan(2).isSorted();
    }

    @Test
    default void keepsTheJobOfTheBackendBeforeItLooksAtIt() {
        KeptCall call = new KeptCall();
        Cancellable run = startsAndLooks(call);

        assertThat(call.backendJob()).isPresent();
        run.cancel();
    }

    @Test
    default void followsTheJobOfAnEarlierAttemptAndSubmitsNoOther() {
        KeptCall call = new KeptCall();
        startsAndLooks(call).cancel();
        fake().release();

        makes(KeptCall.submittedAs(call.backendJob().orElseThrow()));

        assertThat(fake().submits()).isEqualTo(1);
        assertThat(fake().cancels()).as("who stops following stops nothing").isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, LOOK",
        "RATE_LIMITED_WITH_HINT, LOOK",
        "SERVER_ERROR, LOOK",
        "CUT, LOOK",
        "SLOW, LOOK",
        "OUT_OF_ORDER, SUBMIT"
    })
    default void comesThroughWhatPassesWithALook(Fault fault, Purpose on) {
        fake().inject(fault, on, 2);

        makes(new KeptCall());

        assertThat(fake().submits()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_ERROR", "CUT"})
    default void keepsTheJobWhereTheBackendCannotBeReached(Fault fault) {
        fake().inject(fault, Purpose.LOOK, Integer.MAX_VALUE);
        KeptCall call = new KeptCall();

        assertThat(fails(call, IMPATIENT).code()).isEqualTo(FailureCode.TRANSIENT);

        assertThat(call.backendJob()).isPresent();
    }

    @Test
    default void submitsAnewAfterAResultThatIsGone() {
        fake().inject(Fault.EXPIRED, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        assertThat(fails(call, Map.of()).code()).isEqualTo(FailureCode.RESULT_EXPIRED);
        assertThat(call.backendJob()).isEmpty();

        makes(call);

        assertThat(fake().submits()).isEqualTo(2);
    }

    @Test
    default void stopsAJobWhereTheBackendCan() {
        KeptCall call = new KeptCall();
        startsAndLooks(call).cancel();

        String job = call.backendJob().orElseThrow();
        generator(Map.of()).cancel(job).await().atMost(LIMIT);
        generator(Map.of()).cancel(job).await().atMost(LIMIT);

        assertThat(fake().running()).isEqualTo(subject().cancels() ? 0 : 1);
    }

    /** Has it follow a job that does not end. */
    private Cancellable startsAndLooks(KeptCall call) {
        fake().inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        Cancellable run = starts(call);
        await().atMost(LIMIT).until(() -> fake().submits() == 1);
        long before = requests(Purpose.LOOK);
        await().atMost(LIMIT).until(() -> requests(Purpose.LOOK) > before + 1);
        return run;
    }
}
