package dev.vto.worker.config;

import dev.vto.worker.adapter.out.generation.Backend;
import dev.vto.worker.application.Generators;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the generators that settings name. */
final class ChosenGenerators {

    /** Makes what the chosen backend cannot. */
    private static final String FALLBACK = "studio";

    private final Collection<Backend> backends;
    private final WorkerSettings.Generator settings;

    private ChosenGenerators(Collection<Backend> backends, WorkerSettings.Generator settings) {
        this.backends = backends;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException that names the setting that is wrong, and what is allowed */
    static Generators of(Collection<Backend> backends, WorkerSettings.Generator settings) {
        ChosenGenerators chosen = new ChosenGenerators(backends, settings);
        return new Generators(
                chosen.one("tryon", settings.tryon(), Backend::tryOn),
                chosen.one("video", settings.video(), Backend::video),
                chosen.one("copy", settings.copy(), Backend::copywriter));
    }

    private <T> T one(String kind, Optional<String> chosen, Function<Backend, Optional<Supplier<T>>> offer) {
        if (chosen.isEmpty()) {
            return offer.apply(named("vto.generator", settings.all(), backends))
                    .or(() -> offer.apply(named("vto.generator", FALLBACK, backends)))
                    .orElseThrow()
                    .get();
        }
        String setting = "vto.generator." + kind;
        return offer.apply(named(setting, chosen.get(), backends))
                .orElseThrow(() -> refused(
                        setting,
                        chosen.get(),
                        backends.stream()
                                .filter(backend -> offer.apply(backend).isPresent())
                                .toList()))
                .get();
    }

    private static Backend named(String setting, String name, Collection<Backend> backends) {
        return backends.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(setting, name, backends));
    }

    private static IllegalArgumentException refused(String setting, String name, Collection<Backend> allowed) {
        String names = allowed.stream().map(Backend::name).sorted().collect(Collectors.joining(", "));
        return new IllegalArgumentException(setting + " is one of " + names + ", not " + name);
    }
}
