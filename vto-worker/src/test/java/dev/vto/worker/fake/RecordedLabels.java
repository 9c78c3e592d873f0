package dev.vto.worker.fake;

import dev.vto.worker.application.port.MediaLabels;
import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was labelled, and leaves the files as they are. */
public final class RecordedLabels implements MediaLabels {

    private final List<DigitalSource> sources = new ArrayList<>();

    @Override
    public Uni<Void> label(Path file, DigitalSource source, Made.Origin origin) {
        return Uni.createFrom().voidItem().invoke(() -> sources.add(source));
    }

    /** The label of each file, in the order in which they were labelled. */
    public List<DigitalSource> sources() {
        return List.copyOf(sources);
    }
}
