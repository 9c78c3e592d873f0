package dev.vto.bench.studio;

import static org.bytedeco.opencv.global.opencv_core.setNumThreads;

import dev.vto.bench.Stopwatch;
import dev.vto.shared.job.Aspect;
import dev.vto.worker.adapter.out.generation.studio.StudioTryOn;
import dev.vto.worker.adapter.out.generation.studio.StudioVideo;
import dev.vto.worker.adapter.out.generation.studio.cutout.Cutouts;
import dev.vto.worker.adapter.out.generation.studio.cutout.GarmentCutter;
import dev.vto.worker.adapter.out.generation.studio.image.DecodingMemory;
import dev.vto.worker.adapter.out.generation.studio.image.PhotoReader;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/** The studio as a worker has it, on the thread that asks, with the processor time of each thing that it makes. */
final class Studio {

    private static final long CUTOUT_MEMORY = 512L << 20;
    private static final long PHOTO_MEMORY = 640L << 20;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final PhotoReader reader = new PhotoReader(new DecodingMemory(PHOTO_MEMORY));
    private final GarmentCutter cutter = new GarmentCutter();
    private final TryOnGenerator tryOn = new StudioTryOn(Runnable::run, new Cutouts(CUTOUT_MEMORY, reader));
    private final VideoGenerator video = new StudioVideo(Runnable::run, reader);

    Studio() {
        setNumThreads(1);
    }

    /** @param millis of processor time */
    record Timed<T>(T made, long millis) {

        static <T> Timed<T> of(Stopwatch watch, Supplier<T> making) {
            return new Timed<>(making.get(), watch.millis());
        }
    }

    /**
     * Cuts a garment out of its photo, which is read before.
     *
     * @return milliseconds
     */
    @SuppressWarnings("try") // the scope is there to be closed
    long cut(Path photo) {
        try (PointerScope scope = new PointerScope()) {
            Mat read = reader.read(photo, "photo " + photo.getFileName());
            return Timed.of(Stopwatch.ofThread(), () -> cutter.cut(read, "photo"))
                    .millis();
        }
    }

    /** @param out folder for the picture */
    Timed<TryOnGenerator.Picture> draw(Outfit outfit, String preset, Path out) {
        return Timed.of(Stopwatch.ofThread(), () -> tryOn.generate(
                        new TryOnGenerator.Request(outfit.garments(), outfit.view(), preset, null, 1, out),
                        fraction -> {})
                .await()
                .atMost(LIMIT));
    }

    /** @param out folder for the video */
    Timed<VideoGenerator.Clip> film(List<Path> pictures, int seconds, Aspect aspect, Path out) {
        return Timed.of(Stopwatch.ofProcess(), () -> video.generate(
                        new VideoGenerator.Request(pictures, seconds, aspect, 1, out), fraction -> {})
                .await()
                .atMost(LIMIT));
    }
}
