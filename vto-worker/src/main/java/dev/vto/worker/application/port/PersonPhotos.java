package dev.vto.worker.application.port;

import dev.vto.shared.job.View;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Photos of the persons that presets name, for backends that dress a photo and have no persons of their own. */
public interface PersonPhotos {

    /**
     * @param view the side that the photo shows
     * @return the local file; fails with {@link dev.vto.worker.domain.GenerationFailed} INVALID_INPUT, naming what there
     *     is, where there is none
     */
    Uni<Path> of(String preset, View view);
}
