package dev.vto.worker.adapter.out.trace;

import dev.vto.worker.application.port.Generator;
import io.smallrye.mutiny.Uni;

/** What a traced generator says of itself is what the other one says. */
abstract class TracedGenerator<G extends Generator> implements Generator {

    final G generator;
    final TracedCalls calls;

    TracedGenerator(G generator, TracedCalls calls) {
        this.generator = generator;
        this.calls = calls;
    }

    @Override
    public final String provider() {
        return generator.provider();
    }

    @Override
    public final String model() {
        return generator.model();
    }

    @Override
    public final boolean aiGenerated() {
        return generator.aiGenerated();
    }

    @Override
    public final boolean isKept() {
        return generator.isKept();
    }

    @Override
    public final Uni<Void> cancel(String backendJob) {
        return generator.cancel(backendJob);
    }
}
