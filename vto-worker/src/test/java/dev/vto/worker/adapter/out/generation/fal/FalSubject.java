package dev.vto.worker.adapter.out.generation.fal;

import dev.vto.fakes.fal.FalProtocol;
import dev.vto.worker.contract.Subject;
import java.util.Map;

/** fal as it is held to the contracts. */
final class FalSubject {

    private FalSubject() {}

    static Subject<?> get() {
        return new Subject<>(new FalProtocol(), "", FalSettings.class, Map.of(), true, FalBackend::new);
    }
}
