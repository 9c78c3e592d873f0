package dev.vto.worker.application;

import dev.vto.shared.media.PhotoRef;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.MediaStore;
import dev.vto.worker.domain.ClaimedJob;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one run of a job works with.
 *
 * @param folder of local files, made when it is first asked for; whoever started the run removes it
 */
record Run(
        ClaimedJob job,
        Calls calls,
        RunFiles files,
        MediaStore media,
        Supplier<Path> folder,
        Generator.Progress progress) {

    /** The same run, which tells of its progress as a part of the whole. */
    Generator.Progress part(int before, int all) {
        return fraction -> progress.at((before + fraction) / all);
    }

    /** Makes photos readable locally. */
    <K> Uni<Map<K, Path>> fetch(Map<K, PhotoRef> photos, Map<K, Path> into) {
        return Multi.createFrom()
                .iterable(photos.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        photo -> media.fetch(photo.getValue(), folder).invoke(file -> into.put(photo.getKey(), file)))
                .collect()
                .last()
                .replaceWith(into);
    }
}
