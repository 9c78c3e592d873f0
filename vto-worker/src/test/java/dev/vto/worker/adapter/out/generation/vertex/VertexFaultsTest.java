package dev.vto.worker.adapter.out.generation.vertex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a picture where something goes wrong. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class VertexFaultsTest extends VertexTrial {

    private static final Map<String, String> IMPATIENT = Map.of("patience", "PT0.2S");

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, SUBMIT",
        "RATE_LIMITED_WITH_HINT, SUBMIT",
        "BUSY, SUBMIT",
        "SLOW, SUBMIT",
        "SLOW, TOKEN",
        "SERVER_ERROR, FILE",
        "CUT, FILE"
    })
    void comesThroughWhatPasses(Fault fault, Purpose on) {
        fake.inject(fault, on, 1);

        assertMade(made(BY_STORAGE));

        assertThat(fake.submits()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BUSY, CAPACITY",
        "OUT_OF_CREDIT, QUOTA_EXHAUSTED",
        "SERVER_ERROR, TRANSIENT",
        "CUT, TRANSIENT",
        "MODERATED, MODERATED",
        "UNUSABLE, INVALID_INPUT",
        "BROKEN, TRANSIENT",
        "EXPIRED, RESULT_EXPIRED"
    })
    void saysInOurWordsWhatDoesNotPass(Fault fault, FailureCode code) {
        fake.inject(fault, Purpose.SUBMIT, Integer.MAX_VALUE);
        Map<String, String> settings = new HashMap<>(IMPATIENT);
        settings.putAll(BY_STORAGE);

        GenerationFailed failed = failed(settings);

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.sentence()).doesNotContain("HTTP", "vertex").isNotBlank();
        assertThat(failed.getMessage()).isNotBlank();
    }

    @Test
    void passesOnWhenToComeAgain() {
        fake.inject(Fault.RATE_LIMITED_WITH_HINT, Purpose.SUBMIT, Integer.MAX_VALUE);

        assertThat(failed(IMPATIENT).retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(asked(Purpose.SUBMIT)).as("it does not come before that").hasSize(1);
    }

    @Test
    void asksForNothingTwiceByItselfWhereItCannotKnowWhatBecameOfIt() {
        fake.inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);

        assertThat(failed(Map.of()).code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(fake.submits()).isEqualTo(1);
    }

    @Test
    void givesUpOnAnAnswerThatNeverComes() {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);

        assertThat(failed(Map.of("timeout", "PT0.5S")).code()).isEqualTo(FailureCode.TIMEOUT);
    }

    @Test
    void takesAModelThatIsNotThereForAMistakeOfOurs() {
        GenerationFailed failed = failed(Map.of("tryon-model", "virtual-try-on-9"));

        assertThat(failed.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed).hasMessageContaining("virtual-try-on-9");
    }
}
