package dev.vto.worker.adapter.out.media;

import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.PhotoLimits;
import dev.vto.worker.adapter.out.http.FetchFailed;
import dev.vto.worker.adapter.out.http.GuardedFetch;
import dev.vto.worker.application.port.RemoteMedia;
import dev.vto.worker.domain.GenerationFailed;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Executor;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Photos that users name by a URL of another site: held to the bounds of those that they upload. */
public final class RemotePhotos {

    private static final RemoteMedia.Bounds BOUNDS =
            new RemoteMedia.Bounds(PhotoLimits.MAX_BYTES, Duration.ofSeconds(30), MediaFormat.PICTURES);

    private final GuardedFetch fetch;
    private final Executor workers;

    /** @param fetch follows no URL to a host that is not public */
    public RemotePhotos(GuardedFetch fetch, Executor workers) {
        this.fetch = fetch;
        this.workers = workers;
    }

    /** @return the local file; fails with {@link GenerationFailed}, whose sentence names the site and nothing more */
    Uni<Path> fetch(URI url, Path folder) {
        String what = "The photo at " + url.getHost();
        return fetch.fetch(url, folder, BOUNDS)
                .onFailure(FetchFailed.class)
                .transform(failed -> ((FetchFailed) failed).failureOf(what))
                .emitOn(workers)
                .invoke(file -> requireBounded(file, what));
    }

    /** The size that its header claims, before anybody decodes a pixel. */
    private static void requireBounded(Path file, String what) {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw GenerationFailed.invalidInput(what + " is damaged.", null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > PhotoLimits.MAX_PIXELS) {
                    throw GenerationFailed.invalidInput(
                            what + " has more than " + PhotoLimits.MAX_MEGAPIXELS + " megapixels.", null);
                }
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw GenerationFailed.invalidInput(what + " is damaged.", e);
        }
    }
}
