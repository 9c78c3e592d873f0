package dev.vto.bench.cutout;

import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.vto.bench.BenchCommand;
import dev.vto.bench.BenchFailure;
import dev.vto.bench.PictureFolder;
import dev.vto.bench.Stopwatch;
import dev.vto.worker.adapter.out.generation.studio.cutout.GarmentCutter;
import dev.vto.worker.adapter.out.generation.studio.image.DecodingMemory;
import dev.vto.worker.adapter.out.generation.studio.image.PhotoReader;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that measures cut-outs. */
@Command(
        name = "cutout",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Cuts garments out of photos, as the worker does, and tells how far each agrees with a"
                + " mask: intersection over union, without the pixels within " + Overlap.UNSURE
                + " of the mask's edge and with every pixel. Draws an overlay of each photo: red was found and is none,"
                + " blue is garment and was not found. Photos without a mask are timed and no more. Each"
                + " is cut out twice, and the second time counts, as in a worker that has done so before.")
final class MeasureCutouts implements Callable<Integer> {

    private static final long PHOTO_MEMORY = 640L << 20;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PHOTOS", description = "Folder of JPEG, PNG or WebP photos.")
    private Path photos = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "MASKS",
            description = "Folder of their masks, named as they are, white where the garment is.")
    private Path masks = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "cutouts",
            description = "Where overlays and report.json go; made if it is not there (${DEFAULT-VALUE}).")
    private Path out = Path.of("");

    private final PhotoReader reader = new PhotoReader(new DecodingMemory(PHOTO_MEMORY));
    private final GarmentCutter cutter = new GarmentCutter();

    public static void main(String[] arguments) {
        System.exit(BenchCommand.commandLine(new MeasureCutouts()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Path> photoFiles = PictureFolder.read("PHOTOS", photos);
        Map<String, Path> maskFiles = PictureFolder.read("MASKS", masks);
        List<Sample> samples = Sample.of(photoFiles, maskFiles);
        if (samples.isEmpty()) {
            throw new BenchFailure("No photo of " + photos + " has a mask of its name in " + masks + ".");
        }
        Files.createDirectories(out);
        setNumThreads(1);
        PrintWriter to = spec.commandLine().getOut();
        Report.printHead(to);
        List<Measured> results = new ArrayList<>();
        for (Sample sample : samples) {
            Measured measured = measure(sample);
            Report.print(measured, to);
            results.add(measured);
        }
        Map<String, Long> withoutMask = new TreeMap<>();
        photoFiles.forEach((name, photo) -> {
            if (!maskFiles.containsKey(name)) {
                withoutMask.put(name, millis(photo));
            }
        });
        Report report = Report.of(results, withoutMask);
        report.printEnd(to);
        report.write(out.resolve("report.json"));
        to.println("overlays and report.json are in " + out);
        return results.stream().anyMatch(Measured::hasFailed) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private Measured measure(Sample sample) {
        String name = sample.name();
        try (PointerScope scope = new PointerScope()) {
            Mask drawn = Mask.read(sample.mask());
            Mat photo = read(sample.photo());
            requireSameShape(photo, drawn, sample.mask());
            Cut cut = Cut.of(photo, cutter);
            Mat sized = sized(cut.alpha(), drawn);
            Mask found = Mask.of(drawn.width(), drawn.height(), Pixels.toBytes(sized));
            ImageIO.write(
                    Overlay.draw(Pixels.toArgb(sized(photo, drawn)), found, drawn),
                    "png",
                    out.resolve(name + ".png").toFile());
            return Measured.of(name, Overlap.of(found, drawn), cut.millis());
        } catch (GenerationFailed e) {
            return Measured.failed(name, e.sentence());
        } catch (BenchFailure e) {
            return Measured.failed(name, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BenchFailure(out + " cannot be written: " + e.getMessage());
        }
    }

    @SuppressWarnings("try") // the scope is there to be closed
    private long millis(Path file) {
        try (PointerScope scope = new PointerScope()) {
            return Cut.of(read(file), cutter).millis();
        } catch (GenerationFailed e) {
            throw new BenchFailure(e.sentence());
        }
    }

    private Mat read(Path photo) {
        return reader.read(photo, "photo " + photo.getFileName());
    }

    private record Cut(Mat alpha, long millis) {

        static Cut of(Mat photo, GarmentCutter cutter) {
            cutter.alpha(photo);
            Stopwatch watch = Stopwatch.ofThread();
            return new Cut(cutter.alpha(photo), watch.millis());
        }
    }

    /** A large photo is read smaller than its mask, and loses less than a pixel of its shape by that. */
    private static void requireSameShape(Mat photo, Mask mask, Path file) {
        double scale = (double) photo.cols() / mask.width();
        if (Math.abs(mask.height() * scale - photo.rows()) > Math.max(1, scale)) {
            throw new BenchFailure("The mask " + file.getFileName() + " is " + mask.width() + "x" + mask.height()
                    + " and its photo " + photo.cols() + "x" + photo.rows() + " upright; they are to have one shape.");
        }
    }

    private static Mat sized(Mat image, Mask as) {
        if (image.cols() == as.width() && image.rows() == as.height()) {
            return image;
        }
        Mat sized = new Mat();
        int how = image.cols() > as.width() ? INTER_AREA : INTER_LINEAR;
        resize(image, sized, new Size(as.width(), as.height()), 0, 0, how);
        return sized;
    }
}
