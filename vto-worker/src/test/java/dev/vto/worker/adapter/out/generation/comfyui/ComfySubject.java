package dev.vto.worker.adapter.out.generation.comfyui;

import dev.vto.fakes.comfyui.ComfyProtocol;
import dev.vto.worker.contract.Subject;
import dev.vto.worker.fixture.LoopbackMedia;
import io.vertx.core.Vertx;
import java.util.Map;

/** ComfyUI as it is held to the contracts. */
final class ComfySubject {

    private ComfySubject() {}

    static Subject<?> get(Vertx vertx) {
        return new Subject<>(
                new ComfyProtocol(),
                "",
                ComfySettings.class,
                Map.of(),
                true,
                (settings, photos, results) -> new ComfyBackend(settings, photos, results, vertx, LoopbackMedia.FAKES));
    }
}
