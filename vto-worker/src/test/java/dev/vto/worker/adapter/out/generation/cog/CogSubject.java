package dev.vto.worker.adapter.out.generation.cog;

import dev.vto.fakes.cog.CogProtocol;
import dev.vto.worker.contract.Subject;
import java.util.Map;

/** Cog as it is held to the contracts. */
final class CogSubject {

    private CogSubject() {}

    static Subject<?> get() {
        return new Subject<>(new CogProtocol(), "", CogSettings.class, Map.of(), true, CogBackend::new);
    }
}
