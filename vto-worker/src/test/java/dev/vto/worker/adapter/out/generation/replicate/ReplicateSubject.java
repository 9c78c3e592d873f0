package dev.vto.worker.adapter.out.generation.replicate;

import dev.vto.fakes.replicate.ReplicateProtocol;
import dev.vto.worker.contract.Subject;
import java.util.Map;

/** Replicate as it is held to the contracts. */
final class ReplicateSubject {

    private ReplicateSubject() {}

    static Subject<?> get() {
        return new Subject<>(
                new ReplicateProtocol(), "/v1", ReplicateSettings.class, Map.of(), true, ReplicateBackend::new);
    }
}
