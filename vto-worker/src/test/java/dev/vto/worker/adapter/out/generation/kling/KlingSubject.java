package dev.vto.worker.adapter.out.generation.kling;

import dev.vto.fakes.kling.KlingProtocol;
import dev.vto.worker.contract.Subject;
import java.util.Map;

/** Kling as it is held to the contracts. */
final class KlingSubject {

    private KlingSubject() {}

    static Subject<?> get() {
        return new Subject<>(
                new KlingProtocol(),
                "",
                KlingSettings.class,
                Map.of("access-key", KlingProtocol.ACCESS_KEY),
                false,
                KlingBackend::new);
    }
}
