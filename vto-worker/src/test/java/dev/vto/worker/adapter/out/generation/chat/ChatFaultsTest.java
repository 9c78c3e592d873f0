package dev.vto.worker.adapter.out.generation.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LogCapture;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What befalls requests for letters. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class ChatFaultsTest {

    @TempDir
    Path folder;

    private ChatTrial trial;

    @BeforeEach
    void start() {
        trial = new ChatTrial(folder);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "RATE_LIMITED_WITH_HINT", "BUSY", "SERVER_ERROR", "CUT", "SLOW"})
    void comesThroughWhatPasses(Fault fault) {
        trial.fake().inject(fault, Purpose.SUBMIT, 1);

        assertThat(trial.written("Spring", 1, Map.of()).headline()).contains("Spring");
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                Arguments.of(Fault.RATE_LIMITED, FailureCode.RATE_LIMITED),
                Arguments.of(Fault.BUSY, FailureCode.CAPACITY),
                Arguments.of(Fault.OUT_OF_CREDIT, FailureCode.QUOTA_EXHAUSTED),
                Arguments.of(Fault.SERVER_ERROR, FailureCode.TRANSIENT),
                Arguments.of(Fault.CUT, FailureCode.TRANSIENT),
                Arguments.of(Fault.MODERATED, FailureCode.MODERATED),
                Arguments.of(Fault.UNUSABLE, FailureCode.MODERATED),
                Arguments.of(Fault.ENDLESS, FailureCode.TIMEOUT));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void saysWhatLasts(Fault fault, FailureCode code) {
        trial.fake().inject(fault, Purpose.SUBMIT, Integer.MAX_VALUE);

        GenerationFailed failed =
                trial.failed(Map.of("patience", "PT0.2S", "timeout", fault == Fault.ENDLESS ? "PT1S" : "PT20S"));

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.sentence()).doesNotContain("HTTP").isNotBlank();
    }

    @Test
    void passesOnWhenToComeAgain() {
        trial.fake().inject(Fault.RATE_LIMITED_WITH_HINT, Purpose.SUBMIT, Integer.MAX_VALUE);

        assertThat(trial.failed(Map.of("patience", "PT0.2S")).retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(trial.fake().requests()).as("it does not come before that").hasSize(1);
    }

    @Test
    void doesNotComeAgainWhereTheServiceHasNoSuchPath() {
        GenerationFailed failed = trial.failed(Map.of("base-url", trial.fake().url() + "/v2"));

        assertThat(failed.code()).isEqualTo(FailureCode.INVALID_INPUT);
        assertThat(failed.sentence()).isEqualTo("The letter service did not take the request.");
        assertThat(trial.fake().requests()).hasSize(1);
    }

    @Test
    void keepsItsKeyToItselfAndPassesTheTraceOn() {
        try (LogCapture log = new LogCapture()) {
            trial.written("Spring", 1, Map.of());
            GenerationFailed failed = trial.failed(Map.of("api-key", ChatTrial.KEY + "-wrong"));

            assertThat(failed.code()).isEqualTo(FailureCode.AUTH);
            assertThat(failed).message().doesNotContain(ChatTrial.KEY);
            assertThat(log.lines()).noneMatch(line -> line.contains(ChatTrial.KEY));
            assertThat(trial.fake().requests()).allSatisfy(request -> assertThat(request.header("traceparent"))
                    .contains(KeptCall.TRACEPARENT));
        }
    }
}
