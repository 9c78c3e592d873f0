package dev.vto.worker.adapter.out.provenance;

import dev.vto.worker.application.port.MediaLabels;
import dev.vto.worker.domain.DigitalSource;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Labels in the XMP packet of a file, where other tools look for them. What else the packet says is kept. */
public final class XmpLabels implements MediaLabels {

    private final Executor workers;

    /** @param workers the threads that may use the disk */
    public XmpLabels(Executor workers) {
        this.workers = workers;
    }

    @Override
    public Uni<Void> label(Path file, DigitalSource source, Made.Origin origin) {
        return Uni.createFrom().voidItem().emitOn(workers).invoke(() -> write(file, source, origin));
    }

    private static void write(Path file, DigitalSource source, Made.Origin origin) {
        try {
            Container container = Container.of(file);
            Packet packet = Packet.of(container.read(file).orElse(""));
            container.write(file, packet.labelled(source, origin).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
