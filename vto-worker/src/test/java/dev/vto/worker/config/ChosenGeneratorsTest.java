package dev.vto.worker.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.application.Generators;
import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import dev.vto.worker.fake.FakeGenerator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChosenGeneratorsTest {

    private final FakeGenerator all = new FakeGenerator();
    private final FakeGenerator hosted = new FakeGenerator();
    private final List<Backend> backends =
            List.of(new All("studio", all), new All("other", all), new TryOnOnly(hosted));

    private record All(String name, FakeGenerator generator) implements Backend {

        @Override
        public Optional<Supplier<TryOnGenerator>> tryOn() {
            return Optional.of(() -> generator);
        }

        @Override
        public Optional<Supplier<VideoGenerator>> video() {
            return Optional.of(() -> generator);
        }

        @Override
        public Optional<Supplier<Copywriter>> copywriter() {
            return Optional.of(() -> generator);
        }
    }

    private record TryOnOnly(FakeGenerator generator) implements Backend {

        @Override
        public String name() {
            return "hosted";
        }

        @Override
        public Optional<Supplier<TryOnGenerator>> tryOn() {
            return Optional.of(() -> generator);
        }
    }

    private record Settings(String all, Optional<String> tryon, Optional<String> video, Optional<String> copy)
            implements WorkerSettings.Generator {

        static Settings of(String all) {
            return new Settings(all, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    @Test
    void leaveToTheStudioWhatTheBackendCannotMake() {
        Generators chosen = ChosenGenerators.of(backends, Settings.of("hosted"));

        assertThat(chosen.tryOn()).isSameAs(hosted);
        assertThat(chosen.video()).isSameAs(all);
        assertThat(chosen.copywriter()).isSameAs(all);
    }

    @Test
    void areChosenByKind() {
        Settings settings = new Settings("studio", Optional.of("hosted"), Optional.empty(), Optional.empty());

        assertThat(ChosenGenerators.of(backends, settings).tryOn()).isSameAs(hosted);
    }

    @Test
    void areOfBackendsThatThereAre() {
        assertThatThrownBy(() -> ChosenGenerators.of(backends, Settings.of("paint")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vto.generator is one of hosted, other, studio, not paint");
    }

    @Test
    void areOfBackendsThatMakeWhatTheyWereNamedFor() {
        Settings settings = new Settings("studio", Optional.empty(), Optional.empty(), Optional.of("hosted"));

        assertThatThrownBy(() -> ChosenGenerators.of(backends, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vto.generator.copy is one of other, studio, not hosted");
    }
}
