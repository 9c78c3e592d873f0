package dev.vto.bench.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vto.bench.PictureFolder;
import dev.vto.bench.jobs.process.Role;
import dev.vto.shared.job.Aspect;
import dev.vto.worker.application.port.TryOnGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A process that makes what the studio makes, one thing at a time. Each order is answered with the milliseconds. */
public final class StudioRole implements Role {

    /** The names of its orders; the first one comes first. */
    public static final String BEGIN = "begin";

    public static final String CUT = "cut";
    public static final String DRAW = "draw";
    public static final String FILM = "film";

    /** Length of the video. */
    public static final int SECONDS = 5;

    private static final String PRESET = "standing-neutral";
    private static final int IN_VIDEO = 4;

    private final Studio studio = new Studio();

    @Nullable
    private Work work;

    /** @param photos folder of the photos of one product, named by slot */
    public record Begin(String photos, String out) {}

    private record Work(List<Path> photos, List<Outfit> outfits, Path out) {}

    @Override
    public Object act(String order, JsonNode details) throws Exception {
        if (order.equals(BEGIN)) {
            Begin begin = Role.read(details, Begin.class);
            var photos = PictureFolder.read("PHOTOS", Path.of(begin.photos()));
            work = new Work(List.copyOf(photos.values()), Outfit.of(photos), Path.of(begin.out()));
            return "begun";
        }
        if (work == null) {
            throw new IllegalStateException("it has not begun");
        }
        return switch (order) {
            case CUT -> cut(work);
            case DRAW -> draw(work);
            case FILM -> film(work);
            default -> throw new IllegalArgumentException("no order: " + order);
        };
    }

    @Override
    public void close() {
        work = null;
    }

    /** Each photo once. */
    private List<Long> cut(Work work) {
        return work.photos().stream().map(studio::cut).toList();
    }

    /** Each outfit once more than it takes to have its cut-outs. */
    private List<Long> draw(Work work) throws IOException {
        List<Long> millis = new ArrayList<>();
        for (Outfit outfit : work.outfits()) {
            remove(studio.draw(outfit, PRESET, work.out()).made());
            Studio.Timed<TryOnGenerator.Picture> drawn = studio.draw(outfit, PRESET, work.out());
            remove(drawn.made());
            millis.add(drawn.millis());
        }
        return millis;
    }

    private List<Long> film(Work work) throws IOException {
        List<TryOnGenerator.Picture> pictures = new ArrayList<>();
        for (Outfit outfit :
                work.outfits().subList(0, Math.min(IN_VIDEO, work.outfits().size()))) {
            pictures.add(studio.draw(outfit, PRESET, work.out()).made());
        }
        List<Path> files = pictures.stream().map(TryOnGenerator.Picture::file).toList();
        var filmed = studio.film(files, SECONDS, Aspect.PORTRAIT, work.out());
        Files.delete(filmed.made().file());
        Files.delete(filmed.made().poster());
        for (TryOnGenerator.Picture picture : pictures) {
            remove(picture);
        }
        return List.of(filmed.millis());
    }

    private static void remove(TryOnGenerator.Picture picture) throws IOException {
        Files.delete(picture.file());
        Files.delete(picture.thumbnail());
    }
}
