package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.worker.fixture.KeptCall;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What adapters have in common that name the jobs of their backend themselves: the name is kept first. */
public interface NamedContract extends Trial {

    @Test
    default void keepsTheNameBeforeItSubmits() {
        fake().inject(Fault.CUT, Purpose.SUBMIT, Integer.MAX_VALUE);
        KeptCall call = new KeptCall();

        fails(call, IMPATIENT);

        assertThat(call.backendJob()).isPresent();
        assertThat(fake().submits()).isZero();
    }

    @Test
    default void submitsUnderItsNameWhatAnEarlierAttemptDidNotSubmit() {
        String name = UUID.randomUUID().toString();
        KeptCall call = KeptCall.submittedAs(name);

        makes(call);

        assertThat(call.backendJob()).contains(name);
        assertThat(fake().submits()).isEqualTo(1);
    }

    @Test
    default void comesThroughAnAnswerThatIsLost() {
        fake().inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);

        makes(new KeptCall());
    }
}
