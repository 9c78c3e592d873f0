package dev.vto.worker.adapter.out.http;

import dev.vto.shared.media.MediaFormat;
import dev.vto.worker.adapter.out.http.FetchFailed.Reason;
import dev.vto.worker.application.port.RemoteMedia.Bounds;
import io.smallrye.mutiny.Uni;
import io.vertx.core.file.OpenOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.file.AsyncFile;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Takes the body of an answer into a file, piece by piece, as long as it stays within its bounds. */
final class Download {

    private final Vertx vertx;
    private final Path file;
    private final Bounds bounds;

    Download(Vertx vertx, Path file, Bounds bounds) {
        this.vertx = vertx;
        this.file = file;
        this.bounds = bounds;
    }

    /** @param response paused; its connection is ended where the body is not taken to its end */
    Uni<Path> of(HttpClientResponse response) {
        return vertx.fileSystem()
                .open(file.toString(), new OpenOptions().setRead(false).setCreateNew(true))
                .onFailure()
                .invoke(() -> response.request().reset())
                .chain(open -> written(response, open).eventually(open::close))
                .chain(this::named);
    }

    /** The head of the body tells its format, so what is of no use is not taken any further. */
    private Uni<MediaFormat> written(HttpClientResponse response, AsyncFile open) {
        Progress progress = new Progress();
        return response.toMulti()
                .onCancellation()
                .invoke(() -> endLater(response))
                .onItem()
                .transformToUniAndConcatenate(piece -> {
                    progress.add(piece);
                    return open.write(piece);
                })
                .collect()
                .last()
                .map(end -> progress.format());
    }

    /** Once nobody listens any more, who would hear of it as a failure. */
    private void endLater(HttpClientResponse response) {
        vertx.runOnContext(() -> response.request().reset());
    }

    private Uni<Path> named(MediaFormat format) {
        Path named = file.resolveSibling(file.getFileName() + "." + format.extension());
        return vertx.fileSystem().move(file.toString(), named.toString()).replaceWith(named);
    }

    /** How much of a body has come, and how it began. */
    private final class Progress {

        private final Buffer head = Buffer.buffer();
        private long bytes;

        void add(Buffer piece) {
            bytes += piece.length();
            if (bytes > bounds.bytes()) {
                throw new FetchFailed(Reason.UNUSABLE, "has more than " + bounds.bytes() / (1024 * 1024) + " MB", null);
            }
            int missing = MediaFormat.HEAD - head.length();
            if (missing > 0) {
                head.appendBuffer(piece, 0, Math.min(missing, piece.length()));
                if (head.length() == MediaFormat.HEAD) {
                    format();
                }
            }
        }

        MediaFormat format() {
            return MediaFormat.sniff(head.getBytes())
                    .filter(bounds.formats()::contains)
                    .orElseThrow(() -> new FetchFailed(
                            Reason.UNUSABLE,
                            "is none of "
                                    + bounds.formats().stream()
                                            .sorted()
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", ")),
                            null));
        }
    }
}
