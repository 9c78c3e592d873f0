package dev.vto.worker.adapter.out.generation.remote;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The requests of one kind that this process sends to a backend: no more than the backend allows, again where that is
 * safe and makes sense, and none for a while where most of them fail. All failures come out as {@link GenerationFailed}.
 */
public final class Requests {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int FAILURES_THAT_COUNT = 10;
    private static final Duration OPEN = Duration.ofSeconds(5);

    private final Guard guard;

    private Requests(RemoteSettings settings, Rate rate, Predicate<GenerationFailed> again) {
        Duration patience = settings.patience();
        guard = Guard.create()
                .withRateLimit()
                .limit(rate.limit())
                .window(rate.window().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(FAILURES_THAT_COUNT)
                .delay(OPEN.toMillis(), ChronoUnit.MILLIS)
                .when(trouble -> Failures.of(trouble).code() == FailureCode.TRANSIENT)
                .done()
                .withRetry()
                .maxRetries(-1)
                .maxDuration(patience.toMillis(), ChronoUnit.MILLIS)
                .whenException(trouble -> {
                    GenerationFailed failed = Failures.of(trouble);
                    return again.test(failed)
                            && failed.retryAfter().orElse(Duration.ZERO).compareTo(patience) < 0;
                })
                .withCustomBackoff()
                .strategy(() -> new Backoff(settings.poll()))
                .done()
                .done()
                .build();
    }

    /** What a backend allows. */
    public record Rate(int limit, Duration window) {}

    /** Requests that may be repeated whatever became of them. */
    public static Requests repeatable(RemoteSettings settings, Rate rate) {
        return new Requests(
                settings,
                rate,
                failed -> failed.code().retryable()
                        && failed.code() != FailureCode.INTERNAL
                        && failed.code() != FailureCode.RESULT_EXPIRED);
    }

    /** Requests of which a second would be work and money twice: repeated only where the first was surely not taken. */
    public static Requests once(RemoteSettings settings, Rate rate) {
        return new Requests(
                settings,
                rate,
                failed -> failed.code() == FailureCode.RATE_LIMITED
                        || failed.code() == FailureCode.CAPACITY
                        || Failures.isUnsent(failed));
    }

    /** Sends a request; once that is cancelled, it is not sent again. */
    public <T> Uni<T> send(Supplier<Uni<T>> request) {
        return Uni.createFrom()
                .deferred(() -> {
                    // The guard does not pass a cancellation on, and would go on.
                    AtomicBoolean gone = new AtomicBoolean();
                    return guard.get(() -> gone.get() ? abandoned() : request.get(), new TypeLiteral<Uni<T>>() {})
                            .onCancellation()
                            .invoke(() -> gone.set(true));
                })
                .onFailure()
                .transform(Failures::of);
    }

    /** No failure to repeat for, whatever the kind of the requests. */
    private static <T> Uni<T> abandoned() {
        return Uni.createFrom().failure(new CancellationException());
    }

    /** Exponential with jitter, and what the backend asks for where that is longer. */
    private static final class Backoff implements io.smallrye.faulttolerance.api.CustomBackoffStrategy {

        private final Duration first;
        private int pauses;

        private Backoff(Duration first) {
            this.first = first;
        }

        @Override
        public long nextDelayInMillis(Throwable trouble) {
            double mean = Math.min(LONGEST_PAUSE.toMillis(), first.toMillis() * Math.pow(2, pauses++));
            long own = Math.round(mean * (0.5 + ThreadLocalRandom.current().nextDouble()));
            return Math.max(
                    own, Failures.of(trouble).retryAfter().orElse(Duration.ZERO).toMillis());
        }
    }
}
