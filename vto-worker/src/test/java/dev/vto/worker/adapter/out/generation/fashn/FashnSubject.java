package dev.vto.worker.adapter.out.generation.fashn;

import dev.vto.fakes.fashn.FashnProtocol;
import dev.vto.worker.contract.Subject;
import java.util.Map;

/** FASHN as it is held to the contracts. */
final class FashnSubject {

    private FashnSubject() {}

    static Subject<?> get() {
        return new Subject<>(new FashnProtocol(), "/v1", FashnSettings.class, Map.of(), false, FashnBackend::new);
    }
}
