package dev.vto.worker.fake;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.Call;
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
import java.util.Set;
import java.util.TreeSet;

/** A backend that makes one-byte files at once, notes what it was asked, and from some piece on fails or never ends. */
public final class FakeGenerator implements TryOnGenerator, VideoGenerator, Copywriter {

    private final List<TryOnGenerator.Request> pictures = new ArrayList<>();
    private final List<VideoGenerator.Request> clips = new ArrayList<>();
    private final List<Copywriter.Request> letters = new ArrayList<>();
    private final List<String> submitted = new ArrayList<>();
    private final List<String> stopped = new ArrayList<>();
    private Uni<Void> stop = Uni.createFrom().voidItem();
    private TryOnGenerator.Capabilities canDress =
            new TryOnGenerator.Capabilities(Set.of(Garment.values()), Set.of(View.values()), true, true);
    private boolean kept;
    private boolean model = true;
    private String backendJob;
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
        return model;
    }

    /** From now on it is no model that makes what it makes. */
    public void workWithoutAModel() {
        model = false;
    }

    /** From now on each call dresses a photo of a person in one garment, and is kept. */
    public void takeOneGarmentACall() {
        canDress = new TryOnGenerator.Capabilities(Set.of(), Set.of(View.FRONT, View.BACK), false, false);
        kept = true;
    }

    /** From now on a call submits a job of this name, unless it finds that of an earlier attempt. */
    public void submitAs(String name) {
        backendJob = name;
    }

    /** The jobs that were submitted. */
    public List<String> submitted() {
        return submitted;
    }

    /** The jobs that were stopped. */
    public List<String> stopped() {
        return stopped;
    }

    /** From now on no job can be stopped. */
    public void refuseToStop() {
        stop = Uni.createFrom().failure(new IllegalStateException("the backend does not answer"));
    }

    /** From now on nothing is heard of a job that is to be stopped. */
    public void hangWhenStopped() {
        stop = Uni.createFrom().nothing();
    }

    @Override
    public boolean isKept() {
        return kept;
    }

    @Override
    public Uni<Void> cancel(String job) {
        stopped.add(job);
        return stop;
    }

    @Override
    public TryOnGenerator.Capabilities canDress() {
        return canDress;
    }

    @Override
    public VideoGenerator.Capabilities canFilm() {
        return new VideoGenerator.Capabilities(1, new TreeSet<>(Set.of(5, 10)), Set.of(), true);
    }

    @Override
    public Set<String> languages() {
        return Set.of("ko");
    }

    @Override
    public Uni<Picture> generate(TryOnGenerator.Request request, Call call) {
        pictures.add(request);
        return make(call)
                .map(ready -> new Picture(
                        file(request.folder(), ".png"), file(request.folder(), ".jpg"), "image/png", 640, 960));
    }

    @Override
    public Uni<Clip> generate(VideoGenerator.Request request, Call call) {
        clips.add(request);
        return make(call)
                .map(ready -> new Clip(
                        file(request.folder(), ".mp4"), file(request.folder(), ".jpg"), "video/mp4", 720, 1280, 4.5));
    }

    @Override
    public Uni<Copy> write(Copywriter.Request request, Call call) {
        letters.add(request);
        return make(call).map(ready -> new Copy("Headline", "Summary.", List.of("a", "b", "c", "d")));
    }

    private Uni<Void> make(Call call) {
        call.at(0.5);
        int made = pictures.size() + clips.size() + letters.size() - 1;
        return submit(call)
                .chain(() ->
                        made < piecesUntilTrouble ? Uni.createFrom().voidItem().invoke(() -> call.at(1)) : trouble);
    }

    private Uni<Void> submit(Call call) {
        if (backendJob == null || call.backendJob().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        submitted.add(backendJob);
        return call.submitted(backendJob);
    }

    private static Path file(Path folder, String extension) {
        try {
            return Files.write(Files.createTempFile(folder, "made", extension), new byte[] {1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
