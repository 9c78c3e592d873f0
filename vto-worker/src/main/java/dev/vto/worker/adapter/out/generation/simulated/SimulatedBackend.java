package dev.vto.worker.adapter.out.generation.simulated;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import java.util.Optional;
import java.util.function.Supplier;

/** Small grey files, for tests and load. */
public record SimulatedBackend(Simulation simulation) implements Backend {

    @Override
    public String name() {
        return SimulatedGenerator.PROVIDER;
    }

    @Override
    public Optional<Supplier<TryOnGenerator>> tryOn() {
        return Optional.of(() -> new SimulatedGenerator(simulation));
    }

    @Override
    public Optional<Supplier<VideoGenerator>> video() {
        return Optional.of(() -> new SimulatedGenerator(simulation));
    }

    @Override
    public Optional<Supplier<Copywriter>> copywriter() {
        return Optional.of(() -> new SimulatedGenerator(simulation));
    }
}
