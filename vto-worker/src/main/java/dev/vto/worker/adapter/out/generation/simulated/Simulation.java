package dev.vto.worker.adapter.out.generation.simulated;

import dev.vto.shared.job.FailureCode;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/** What all simulated generators share: they take their time without holding a thread, and fail at a given rate. */
public final class Simulation {

    private final Duration latency;
    private final double failureRate;
    private final DoubleSupplier random;
    private final Executor workers;

    /**
     * @param latency of one piece of work
     * @param failureRate 0 to 1, of transient failures
     */
    public Simulation(Duration latency, double failureRate, DoubleSupplier random, Executor workers) {
        if (failureRate < 0 || failureRate > 1) {
            throw new IllegalArgumentException("vto.simulated.failure-rate is 0 to 1, not " + failureRate);
        }
        this.latency = latency;
        this.failureRate = failureRate;
        this.random = random;
        this.workers = workers;
    }

    <T> Uni<T> make(Callable<T> work, Generator.Progress progress) {
        Uni<Void> begin = Uni.createFrom().voidItem();
        Uni<Void> waited = latency.isZero() ? begin : begin.onItem().delayIt().by(latency);
        return waited.emitOn(workers).onItem().transformToUni(ready -> {
            if (random.getAsDouble() < failureRate) {
                return Uni.createFrom()
                        .failure(new GenerationFailed(
                                FailureCode.TRANSIENT,
                                FailureCode.TRANSIENT.sentence(),
                                "simulated failure",
                                null,
                                null));
            }
            progress.at(1);
            return Uni.createFrom().item(() -> call(work));
        });
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException("the simulated backend could not write its file", e);
        }
    }
}
