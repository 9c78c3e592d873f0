package dev.vto.worker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vto.fakes.FakeBackend;
import dev.vto.fakes.Fault;
import dev.vto.fakes.Purpose;
import dev.vto.shared.job.FailureCode;
import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.adapter.out.generation.remote.PhotoFiles;
import dev.vto.worker.adapter.out.generation.remote.ResultFiles;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.fixture.KeptCall;
import dev.vto.worker.fixture.LoopbackMedia;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every adapter of a backend over HTTP has in common, whatever it makes. It runs against a fake of the backend, over
 * a real connection. {@link TryOnContract} and {@link VideoContract} add what is made; {@link FollowedContract},
 * {@link HostedContract} and {@link NamedContract} are taken on beside by the tests of backends of that kind.
 *
 * @param <R> a result
 */
abstract class RemoteContract<G extends Generator, R> implements Trial {

    protected static final String KEY = "sk-only-tests-know-me-0123456789";

    private static final Duration PACE = Duration.ofMillis(40);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private FakeBackend fake;

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

    @Override
    public FakeBackend fake() {
        return fake;
    }

    @Override
    public G generator(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "url", fake.url() + subject().path(),
                "api-key", KEY,
                "poll", "PT0.02S",
                "patience", "PT10S",
                "timeout", "PT20S"));
        settings.putAll(more);
        Executor workers = Runnable::run;
        return generator(
                subject().with(settings, new PhotoFiles(workers), new ResultFiles(LoopbackMedia.over(vertx), workers)));
    }

    @Override
    public void makes(Call call, Map<String, String> settings) {
        assertMade(generate(generator(settings), call).await().atMost(LIMIT));
    }

    @Override
    public GenerationFailed fails(Call call, Map<String, String> settings) {
        G generator = generator(settings);
        return catchThrowableOfType(
                GenerationFailed.class, () -> generate(generator, call).await().atMost(LIMIT));
    }

    @Override
    public Cancellable starts(Call call) {
        return generate(generator(Map.of()), call).subscribe().with(made -> {}, failure -> {});
    }

    @Test
    void bringsTheResultHere() {
        makes(new KeptCall());

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

        makes(call);

        assertThat(call.progress()).hasSizeGreaterThan(1).isSorted().allMatch(fraction -> fraction > 0 && fraction < 1);
    }

    @Test
    void passesTheTraceOn() {
        makes(new KeptCall());

        assertThat(fake.requests())
                .filteredOn(request -> fake.purpose(request)
                        .filter(Set.of(Purpose.SUBMIT, Purpose.LOOK)::contains)
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.header("traceparent")).contains(KeptCall.TRACEPARENT));
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE_LIMITED", "BUSY", "SLOW"})
    void comesThroughWhatPassesWithASubmit(Fault fault) {
        fake.inject(fault, Purpose.SUBMIT, 2);

        makes(new KeptCall());

        assertThat(fake.submits()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, RATE_LIMITED",
        "BUSY, CAPACITY",
        "SERVER_ERROR, TRANSIENT",
        "CUT, TRANSIENT",
        "MODERATED, MODERATED",
        "UNUSABLE, INVALID_INPUT",
        "BROKEN, TRANSIENT"
    })
    void saysInOurWordsWhatDoesNotPass(Fault fault, FailureCode code) {
        fake.inject(fault, Purpose.SUBMIT, Integer.MAX_VALUE);

        GenerationFailed failed = fails(new KeptCall(), IMPATIENT);

        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed.sentence())
                .doesNotContain("HTTP", subject().protocol().name());
        assertThat(failed.getMessage()).isNotBlank();
    }

    @Test
    void passesOnWhenToComeAgain() {
        fake.inject(Fault.RATE_LIMITED_WITH_HINT, Purpose.SUBMIT, Integer.MAX_VALUE);

        GenerationFailed failed = fails(new KeptCall(), IMPATIENT);

        assertThat(failed.code()).isEqualTo(FailureCode.RATE_LIMITED);
        assertThat(failed.retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(requests(Purpose.SUBMIT)).as("it does not come before that").isEqualTo(1);
    }

    @Test
    void submitsAnewAfterAJobThatCameToNothing() {
        fake.inject(Fault.BROKEN, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();
        fails(call, Map.of());
        assertThat(call.backendJob()).isEmpty();

        makes(call);

        assertThat(fake.submits()).isEqualTo(2);
    }

    @Test
    void givesUpAndStopsAJobThatNeverEnds() {
        fake.inject(Fault.ENDLESS, Purpose.SUBMIT, 1);
        KeptCall call = new KeptCall();

        GenerationFailed failed = fails(call, Map.of("timeout", "PT0.5S"));

        assertThat(failed.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(call.backendJob()).isEmpty();
        assertThat(fake.running()).isEqualTo(subject().cancels() ? 0 : 1);
    }
}
