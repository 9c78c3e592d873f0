package dev.vto.worker.adapter.out.generation.vertex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.fakes.Request;
import dev.vto.fakes.vertex.FakeServiceAccount;
import dev.vto.fakes.vertex.VertexProtocol;
import dev.vto.infra.test.PlatformResource;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.contract.TryOnContract;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LogCapture;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "role", value = "worker"))
class VertexTryOnTest extends TryOnContract {

    private static final Map<String, String> BY_STORAGE = Map.of("storage-uri", "gs://bucket/made/here");

    @Override
    public Subject<?> subject() {
        return new Subject<>(
                new VertexProtocol(),
                "",
                VertexSettings.class,
                Map.of("project", "fake-project"),
                false,
                VertexBackend::new);
    }

    @Override
    public TryOnGenerator generator(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("storage-url", fake().url(), "api-key", keyFile(KEY)));
        settings.putAll(more);
        return super.generator(settings);
    }

    @Test
    void fetchesWhatWasLeftInCloudStorage() {
        makes(new KeptCall(), BY_STORAGE);

        assertThat(asked(Purpose.FILE)).singleElement().satisfies(request -> assertThat(request.path())
                .startsWith("/storage/v1/b/bucket/o/made%2Fhere%2F"));
    }

    @Test
    void removesWhatItHasFetched() {
        makes(new KeptCall(), BY_STORAGE);

        assertThat(asked(Purpose.REMOVE))
                .extracting(Request::path)
                .containsExactly(asked(Purpose.FILE).get(0).path());
    }

    @Test
    void hasThePictureThoughItCannotBeRemoved() {
        fake().inject(Fault.SERVER_ERROR, Purpose.REMOVE, Integer.MAX_VALUE);
        Map<String, String> settings = new HashMap<>(BY_STORAGE);
        settings.putAll(IMPATIENT);

        try (LogCapture log = new LogCapture()) {
            makes(new KeptCall(), settings);

            assertThat(log.lines()).anyMatch(line -> line.contains("gs://bucket/made/here/"));
        }
    }

    @Test
    void takesNoAnswerIntoMemoryThatIsTooLarge() {
        assertTooLarge(fails(new KeptCall(), Map.of("answer-size", "500")));
        assertThat(fake().submits()).isEqualTo(1);

        assertTooLarge(fails(new KeptCall(), Map.of("answer-size", "500", "storage-uri", "gs://bucket/made/here")));
        assertThat(asked(Purpose.FILE)).hasSize(1);
        assertThat(asked(Purpose.REMOVE)).isEmpty();
    }

    private static void assertTooLarge(GenerationFailed failed) {
        assertThat(failed.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed).hasMessageContaining("answer-size");
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR, FILE", "CUT, FILE", "RATE_LIMITED_WITH_HINT, FILE", "SLOW, TOKEN"})
    void comesThroughWhatPassesBesideIt(Fault fault, Purpose on) {
        fake().inject(fault, on, 1);

        makes(new KeptCall(), BY_STORAGE);

        assertThat(fake().submits()).isEqualTo(1);
    }

    @Test
    void saysThatWhatWasLeftIsGone() {
        fake().inject(Fault.EXPIRED, Purpose.SUBMIT, 1);

        assertThat(fails(new KeptCall(), BY_STORAGE).code()).isEqualTo(FailureCode.RESULT_EXPIRED);
    }

    @Test
    void hasSeedsWhereThereIsNoWatermark() {
        makes(new KeptCall());
        makes(new KeptCall(), Map.of("watermark", "false"));

        List<JsonNode> parameters = asked(Purpose.SUBMIT).stream()
                .map(request -> request.json().path("parameters"))
                .toList();
        assertThat(parameters.get(0).path("addWatermark").booleanValue()).isTrue();
        assertThat(parameters.get(0).has("seed")).isFalse();
        assertThat(parameters.get(1).path("addWatermark").booleanValue()).isFalse();
        assertThat(parameters.get(1).path("seed").longValue()).isEqualTo((1L << 31) - 42);
        assertThat(generator(Map.of()).canDress().seeds()).isFalse();
        assertThat(generator(Map.of("watermark", "false")).canDress().seeds()).isTrue();
    }

    @Test
    void asksForATokenWhereItHasNoneThatIsGood() {
        makes(new KeptCall(), BY_STORAGE);

        assertThat(asked(Purpose.SUBMIT)).hasSize(1);
        assertThat(asked(Purpose.FILE)).hasSize(1);
        assertThat(asked(Purpose.TOKEN)).hasSize(1);
    }

    @Test
    void asksForNothingTwiceByItselfWhereItCannotKnowWhatBecameOfIt() {
        fake().inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);

        assertThat(fails(new KeptCall(), Map.of()).code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(fake().submits()).isEqualTo(1);
    }

    @Test
    void saysThatNoMoneyIsLeft() {
        fake().inject(Fault.OUT_OF_CREDIT, Purpose.SUBMIT, 1);

        assertThat(fails(new KeptCall(), Map.of()).code()).isEqualTo(FailureCode.QUOTA_EXHAUSTED);
    }

    @Test
    void takesAModelThatIsNotThereForAMistakeOfOurs() {
        GenerationFailed failed = fails(new KeptCall(), Map.of("tryon-model", "virtual-try-on-9"));

        assertThat(failed.code()).isEqualTo(FailureCode.INTERNAL);
        assertThat(failed).hasMessageContaining("virtual-try-on-9");
    }

    @Test
    void keepsItsKeyToItself() {
        try (LogCapture log = new LogCapture()) {
            makes(new KeptCall(), BY_STORAGE);
            GenerationFailed failed = fails(new KeptCall(), Map.of("api-key", keyFile(KEY + "-wrong")));

            assertThat(failed.code()).isEqualTo(FailureCode.AUTH);
            assertThat(failed).message().doesNotContain(KEY);
            assertThat(log.lines()).noneMatch(line -> line.contains(KEY) || line.contains("PRIVATE KEY"));
        }
    }

    @Test
    void saysWhichSettingIsMissingOrWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator(Map.of("project", "")))
                .withMessage("vto.vertex.project is needed for this backend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator(Map.of("api-key", "{\"type\":\"" + KEY + "\"}")))
                .withMessageStartingWith("vto.vertex.api-key, or what vto.vertex.api-key-file names, is the key of")
                .withNoCause();
    }

    private String keyFile(String key) {
        return FakeServiceAccount.file(fake().url(), key);
    }

    private List<Request> asked(Purpose purpose) {
        return fake().requests().stream()
                .filter(request -> fake().purpose(request).equals(Optional.of(purpose)))
                .toList();
    }
}
