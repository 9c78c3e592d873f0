package dev.vto.worker.fake;

import dev.vto.shared.job.View;
import dev.vto.worker.application.port.PersonPhotos;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Knows every person, from the front. */
public final class FakePersons implements PersonPhotos {

    @Override
    public Uni<Path> of(String preset, View view) {
        return view == View.FRONT
                ? Uni.createFrom().item(Path.of(preset + "-front.jpg"))
                : Uni.createFrom().failure(GenerationFailed.invalidInput("There is no photo from the back.", null));
    }
}
