package dev.vto.worker.adapter.out.generation.studio;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import dev.vto.shared.job.Aspect;
import dev.vto.shared.job.VideoSpec;
import dev.vto.worker.adapter.out.generation.studio.film.CameraMove;
import dev.vto.worker.adapter.out.generation.studio.film.Mp4Writer;
import dev.vto.worker.adapter.out.generation.studio.image.PhotoReader;
import dev.vto.worker.adapter.out.generation.studio.image.PictureFiles;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.application.port.Call;
import dev.vto.worker.application.port.VideoGenerator;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** A video that moves slowly over the pictures, each dissolving into the next. */
public final class StudioVideo implements VideoGenerator {

    /** Seconds that one picture takes to give way to the next; less where the pictures are many. */
    private static final double DISSOLVE = 0.6;

    private final BlockingWork work;
    private final PhotoReader photos;

    /** @param workers the threads that make things */
    public StudioVideo(Executor workers, PhotoReader photos) {
        this.work = new BlockingWork(workers);
        this.photos = photos;
    }

    @Override
    public String provider() {
        return Studio.PROVIDER;
    }

    @Override
    public String model() {
        return Studio.MODEL;
    }

    @Override
    public boolean aiGenerated() {
        return false;
    }

    @Override
    public Capabilities canFilm() {
        return new Capabilities(
                VideoSpec.MAX_IMAGES,
                IntStream.rangeClosed(1, VideoSpec.MAX_SECONDS).boxed().collect(Collectors.toCollection(TreeSet::new)),
                EnumSet.allOf(Aspect.class),
                true);
    }

    @Override
    public Uni<Clip> generate(Request request, Call call) {
        return work.run(moved -> filmed(request, moved), call);
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private Clip filmed(Request request, Progress progress) throws IOException {
        int width = request.aspect().width();
        int height = request.aspect().height();
        List<CameraMove> moves = new ArrayList<>();
        for (Path image : request.images()) {
            Mat bgr = new Mat();
            cvtColor(photos.read(image, "image number " + (moves.size() + 1)), bgr, COLOR_BGRA2BGR);
            moves.add(new CameraMove(bgr, width, height));
        }
        int frames = request.seconds() * Mp4Writer.FRAMES_PER_SECOND;
        Path file = Files.createTempFile(request.folder(), "video", ".mp4");
        try (Mp4Writer writer = new Mp4Writer(file, width, height)) {
            for (int number = 0; number < frames; number++) {
                try (PointerScope frame = new PointerScope()) {
                    writer.add(frame(moves, (double) number / frames, request.seconds()));
                }
                progress.at(0.95 * (number + 1) / frames);
            }
        }
        Path poster = PictureFiles.write(Pixels.toImage(moves.get(0).poster()), request.folder());
        return new Clip(file, poster, Mp4Writer.CONTENT_TYPE, width, height, request.seconds());
    }

    private static Mat frame(List<CameraMove> moves, double part, int seconds) {
        double share = part * moves.size();
        int index = Math.min(moves.size() - 1, (int) share);
        double inShare = share - index;
        double dissolve = Math.min(0.5, DISSOLVE * moves.size() / seconds);
        Mat current = moves.get(index).frame(inShare);
        double gone = (inShare - (1 - dissolve)) / dissolve;
        return gone <= 0 || index == moves.size() - 1
                ? current
                : CameraMove.dissolve(current, moves.get(index + 1).frame(0), gone);
    }
}
