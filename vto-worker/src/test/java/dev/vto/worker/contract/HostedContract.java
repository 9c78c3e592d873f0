package dev.vto.worker.contract;

import static dev.vto.worker.contract.RemoteContract.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LogCapture;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What adapters of hosted backends have in common: a key, calls that are paid for, and jobs that the backend names. */
public interface HostedContract extends Trial {

    @Test
    default void keepsItsKeyToItself() {
        try (LogCapture log = new LogCapture()) {
            fake().inject(Fault.SERVER_ERROR, Purpose.LOOK, 1);
            makes(new KeptCall());
            GenerationFailed failed = fails(new KeptCall(), Map.of("api-key", KEY + "-wrong"));

            assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
            assertThat(failed.code()).isEqualTo(FailureCode.AUTH);
            assertThat(failed).message().doesNotContain(KEY);
            assertThat(fake().requests())
                    .filteredOn(request -> fake().purpose(request).equals(Optional.of(Purpose.FILE)))
                    .isNotEmpty()
                    .allSatisfy(
                            request -> assertThat(request.headers().values()).noneMatch(value -> value.contains(KEY)));
        }
    }

    @Test
    default void saysThatNoMoneyIsLeft() {
        fake().inject(Fault.OUT_OF_CREDIT, Purpose.SUBMIT, Integer.MAX_VALUE);

        assertThat(fails(new KeptCall(), IMPATIENT).code()).isEqualTo(FailureCode.QUOTA_EXHAUSTED);
    }

    @Test
    default void submitsNothingTwiceByItselfWhereItCannotKnowWhatBecameOfIt() {
        fake().inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);

        GenerationFailed failed = fails(new KeptCall(), Map.of());

        assertThat(failed.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(fake().submits()).isEqualTo(1);
    }

    @Test
    default void submitsAnewWhereTheBackendDoesNotKnowItsJobAnyMore() {
        KeptCall call = new KeptCall();
        makes(call);
        fake().forgetJobs();

        assertThat(fails(call, Map.of()).code()).isEqualTo(FailureCode.RESULT_EXPIRED);
        makes(call);

        assertThat(fake().submits()).isEqualTo(2);
    }
}
