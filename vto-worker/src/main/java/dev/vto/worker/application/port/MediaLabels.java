package dev.vto.worker.application.port;

import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;

/** Notes inside media files how they came about, for whoever meets them elsewhere. */
public interface MediaLabels {

    /**
     * Labels a local JPEG, PNG or MP4 file in place; what is seen in it stays as it is. A later label replaces an earlier
     * one.
     */
    Uni<Void> label(Path file, DigitalSource source, Made.Origin origin);
}
