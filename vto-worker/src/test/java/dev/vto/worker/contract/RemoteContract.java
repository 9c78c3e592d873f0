package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.adapter.out.http.VertxRemoteMedia;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LogCapture;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every adapter of a backend over HTTP has in common, whatever it makes. It runs against a fake of the backend, over
 * a real connection. An adapter adds its fake and how it is made; {@link TryOnContract} and {@link VideoContract} what is
 * made.
 *
 * @param <R> a result
 */
abstract class RemoteContract<G extends Generator, R> {

    static final String KEY = "sk-only-tests-know-me-0123456789";

    private static final Duration PACE = Duration.ofMillis(40);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private FakeBackend fake;

    /** The backend and its fake. */
    protected abstract Subject<?> subject();

    abstract G generator(Backend backend);

    abstract Uni<R> generate(G generator, Call call);

    abstract void assertMade(R result);

    @BeforeEach
    void startFake() {
        fake = FakeBackend.start(subject().protocol(), 0, KEY, PACE, line -> {});
    }

    @AfterEach
    void stopFake() {
        fake.close();
        vertx.close();
    }

    protected FakeBackend fake() {
        return fake;
    }

    @Test
    void bringsTheResultHere() {
        assertMade(made(new KeptCall()));

        assertThat(fake.submits()).isEqualTo(1);
    }

    @Test
    void labelsItsResultsAndIsKept() {
        G generator = generator(Map.of());

        assertThat(generator.aiGenerated()).isTrue();
        assertThat(generator.isKept()).isTrue();
        assertThat(generator.provider()).isEqualTo(subject().protocol().name());
        assertThat(generator.model()).isNotBlank();
    }

    @Test
    void tellsOfProgressThatRises() {
        KeptCall call = new KeptCall();

        made(call);

        assertThat(call.progress()).hasSizeGreaterThan(2).isSorted().allMatch(fraction -> fraction > 0 && fraction < 1);
    }

    @Test
    void keepsTheJobOfTheBackendBeforeItLooksAtIt() {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        Cancellable run = start(call);

        await().atMost(LIMIT).until(() -> looks() > 1);
        assertThat(call.backendJob()).isPresent();
        run.cancel();
    }

    @Test
    void followsTheJobOfAnEarlierAttemptAndSubmitsNoOther() {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        Cancellable run = start(call);
        await().atMost(LIMIT).until(() -> looks() > 1);
        run.cancel();
        fake.release();

        assertMade(made(KeptCall.submittedAs(call.backendJob().orElseThrow())));

        assertThat(fake.submits()).isEqualTo(1);
        assertThat(fake.cancels()).as("who stops following stops nothing").isZero();
    }

    @Test
    void passesTheTraceOn() {
        made(new KeptCall());

        assertThat(fake.requests())
                .filteredOn(request -> !request.path().startsWith("/files/"))
                .allSatisfy(request -> assertThat(request.header("traceparent")).contains(KeptCall.TRACEPARENT));
    }

    @Test
    void keepsItsKeyToItself() {
        try (LogCapture log = new LogCapture()) {
            fake.inject(Fault.SERVER_ERROR, Purpose.LOOK, 1);
            made(new KeptCall());
            GenerationFailed failed = failed(new KeptCall(), Map.of("api-key", KEY + "-wrong"));

            assertThat(log.lines()).noneMatch(line -> line.contains(KEY));
            assertThat(failed.code()).isEqualTo(FailureCode.AUTH);
            assertThat(failed).message().doesNotContain(KEY);
            assertThat(fake.requests())
                    .filteredOn(request -> request.path().startsWith("/files/"))
                    .isNotEmpty()
                    .allSatisfy(
                            request -> assertThat(request.headers().values()).noneMatch(value -> value.contains(KEY)));
        }
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(Fault.RATE_LIMITED, Purpose.SUBMIT),
                Arguments.of(Fault.BUSY, Purpose.SUBMIT),
                Arguments.of(Fault.RATE_LIMITED, Purpose.LOOK),
                Arguments.of(Fault.RATE_LIMITED_WITH_HINT, Purpose.LOOK),
                Arguments.of(Fault.SERVER_ERROR, Purpose.LOOK),
                Arguments.of(Fault.CUT, Purpose.LOOK),
                Arguments.of(Fault.SLOW, Purpose.LOOK),
                Arguments.of(Fault.OUT_OF_ORDER, Purpose.SUBMIT));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void comesThroughWhatPasses(Fault fault, Purpose on) {
        fake.inject(fault, on, 2);

        assertMade(made(new KeptCall()));

        assertThat(fake.submits()).isEqualTo(1);
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                Arguments.of(Fault.RATE_LIMITED, Purpose.SUBMIT, FailureCode.RATE_LIMITED),
                Arguments.of(Fault.BUSY, Purpose.SUBMIT, FailureCode.CAPACITY),
                Arguments.of(Fault.OUT_OF_CREDIT, Purpose.SUBMIT, FailureCode.QUOTA_EXHAUSTED),
                Arguments.of(Fault.SERVER_ERROR, Purpose.SUBMIT, FailureCode.TRANSIENT),
                Arguments.of(Fault.CUT, Purpose.SUBMIT, FailureCode.TRANSIENT),
                Arguments.of(Fault.SERVER_ERROR, Purpose.LOOK, FailureCode.TRANSIENT),
                Arguments.of(Fault.CUT, Purpose.LOOK, FailureCode.TRANSIENT),
                Arguments.of(Fault.MODERATED, Purpose.SUBMIT, FailureCode.MODERATED),
                Arguments.of(Fault.UNUSABLE, Purpose.SUBMIT, FailureCode.INVALID_INPUT),
                Arguments.of(Fault.BROKEN, Purpose.SUBMIT, FailureCode.TRANSIENT),
                Arguments.of(Fault.EXPIRED, Purpose.SUBMIT, FailureCode.RESULT_EXPIRED));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void saysInOurWordsWhatDoesNotPass(Fault fault, Purpose on, FailureCode code) {
        fake.inject(fault, on, Integer.MAX_VALUE);

        GenerationFailed failed = failed(new KeptCall(), Map.of("patience", "PT0.2S"));

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.sentence())
                .doesNotContain("HTTP", subject().protocol().name());
        assertThat(failed.getMessage()).isNotBlank();
    }

    @Test
    void passesOnWhenToComeAgain() {
        fake.inject(Fault.RATE_LIMITED_WITH_HINT, Purpose.SUBMIT, Integer.MAX_VALUE);

        GenerationFailed failed = failed(new KeptCall(), Map.of("patience", "PT0.2S"));

        assertThat(failed.code()).isEqualTo(FailureCode.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(requests(Purpose.SUBMIT)).as("it does not come before that").isEqualTo(1);
    }

    @Test
    void submitsNothingTwiceByItselfWhereItCannotKnowWhatBecameOfIt() {
        fake.inject(Fault.CUT_AFTERWARDS, Purpose.SUBMIT, 1);

        GenerationFailed failed = failed(new KeptCall(), Map.of());

        assertThat(failed.code()).isEqualTo(FailureCode.TRANSIENT);
        assertThat(fake.submits()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("forgotten")
    void submitsAnewAfterAJobThatCameToNothing(Fault fault) {
        fake.inject(fault, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        failed(call, Map.of());
        assertThat(call.backendJob()).isEmpty();

        assertMade(made(call));

        assertThat(fake.submits()).isEqualTo(2);
    }

    static List<Fault> forgotten() {
        return List.of(Fault.BROKEN, Fault.EXPIRED);
    }

    @Test
    void submitsAnewWhereTheBackendDoesNotKnowItsJobAnyMore() {
        KeptCall call = new KeptCall();
        made(call);
        fake.forgetJobs();

        assertThat(failed(call, Map.of()).code()).isEqualTo(FailureCode.RESULT_EXPIRED);
        assertMade(made(call));

        assertThat(fake.submits()).isEqualTo(2);
    }

    @Test
    void keepsTheJobWhereTheBackendCannotBeReached() {
        fake.inject(Fault.CUT, Purpose.LOOK, Integer.MAX_VALUE);
        KeptCall call = new KeptCall();

        failed(call, Map.of("patience", "PT0.2S"));

        assertThat(call.backendJob()).isPresent();
    }

    @Test
    void givesUpAndStopsAJobThatNeverEnds() {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();

        GenerationFailed failed = failed(call, Map.of("timeout", "PT0.5S"));

        assertThat(failed.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(call.backendJob()).isEmpty();
        assertThat(fake.cancels()).isEqualTo(subject().cancels() ? 1 : 0);
    }

    @Test
    void stopsAJobWhereTheBackendCan() {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        Cancellable run = start(call);
        await().atMost(LIMIT).until(() -> looks() > 1);
        run.cancel();

        String job = call.backendJob().orElseThrow();
        generator(Map.of()).cancel(job).await().atMost(LIMIT);
        generator(Map.of()).cancel(job).await().atMost(LIMIT);

        assertThat(fake.cancels()).isEqualTo(subject().cancels() ? 2 : 0);
    }

    private R made(Call call) {
        return made(call, Map.of());
    }

    protected R made(Call call, Map<String, String> settings) {
        return generate(generator(settings), call).await().atMost(LIMIT);
    }

    private Cancellable start(Call call) {
        return generate(generator(Map.of()), call).subscribe().with(made -> {}, failure -> {});
    }

    private GenerationFailed failed(Call call, Map<String, String> settings) {
        G generator = generator(settings);
        return catchThrowableOfType(
                GenerationFailed.class, () -> generate(generator, call).await().atMost(LIMIT));
    }

    G generator(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url", fake.url() + subject().path(),
                "api-key", KEY,
                "poll", "PT0.02S",
                "patience", "PT10S",
                "timeout", "PT20S"));
        settings.putAll(more);
        Executor workers = Runnable::run;
        return generator(subject()
                .with(settings, new PhotoFiles(workers), new ResultFiles(new VertxRemoteMedia(vertx), workers)));
    }

    private long looks() {
        return requests(Purpose.LOOK);
    }

    private long requests(Purpose purpose) {
        return fake.requests().stream()
                .filter(request -> subject().protocol().purpose(request).equals(Optional.of(purpose)))
                .count();
    }
}
