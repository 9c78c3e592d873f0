package dev.vto.worker.fake;

import dev.vto.worker.application.port.Copywriter;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A backend that makes one-byte files at once, notes what it was asked, and from some piece on fails or never ends. */
public final class FakeGenerator implements TryOnGenerator, VideoGenerator, Copywriter {

    private final List<TryOnGenerator.Request> pictures = new ArrayList<>();
    private final List<VideoGenerator.Request> clips = new ArrayList<>();
    private final List<Copywriter.Request> letters = new ArrayList<>();
    private int piecesUntilTrouble = Integer.MAX_VALUE;
    private Uni<Void> trouble = Uni.createFrom().voidItem();

    /** After so many pieces, the next fails. */
    public void failAfter(int pieces, Throwable cause) {
        piecesUntilTrouble = pieces;
        trouble = Uni.createFrom().failure(cause);
    }

    /** After so many pieces, the next goes on for ever. */
    public void hangAfter(int pieces) {
        piecesUntilTrouble = pieces;
        trouble = Uni.createFrom().nothing();
    }

    public List<TryOnGenerator.Request> pictures() {
        return pictures;
    }

    public List<VideoGenerator.Request> clips() {
        return clips;
    }

    public List<Copywriter.Request> letters() {
        return letters;
    }

    @Override
    public String provider() {
        return "fake";
    }

    @Override
    public String model() {
        return "fake-1";
    }

    @Override
    public boolean aiGenerated() {
        return true;
    }

    @Override
    public Uni<Picture> generate(TryOnGenerator.Request request, Progress progress) {
        pictures.add(request);
        return make(progress)
                .map(ready -> new Picture(
                        file(request.folder(), ".png"), file(request.folder(), ".jpg"), "image/png", 640, 960));
    }

    @Override
    public Uni<Clip> generate(VideoGenerator.Request request, Progress progress) {
        clips.add(request);
        return make(progress)
                .map(ready -> new Clip(
                        file(request.folder(), ".mp4"), file(request.folder(), ".jpg"), "video/mp4", 720, 1280, 4.5));
    }

    @Override
    public Uni<Copy> write(Copywriter.Request request, Progress progress) {
        letters.add(request);
        return make(progress).map(ready -> new Copy("Headline", "Summary.", List.of("a", "b", "c", "d")));
    }

    private Uni<Void> make(Progress progress) {
        progress.at(0.5);
        int made = pictures.size() + clips.size() + letters.size() - 1;
        return made < piecesUntilTrouble ? Uni.createFrom().voidItem().invoke(() -> progress.at(1)) : trouble;
    }

    private static Path file(Path folder, String extension) {
        try {
            return Files.write(Files.createTempFile(folder, "made", extension), new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
