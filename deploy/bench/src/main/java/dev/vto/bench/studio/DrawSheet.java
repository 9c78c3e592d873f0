package dev.vto.bench.studio;

import dev.vto.bench.BenchCommand;
import dev.vto.bench.BenchFailure;
import dev.vto.bench.PictureFolder;
import dev.vto.shared.job.Aspect;
import dev.vto.worker.application.port.TryOnGenerator;
import dev.vto.worker.application.port.VideoGenerator;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that shows and times what the studio makes. */
@Command(
        name = "studio",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Dresses mannequins, as the worker does, and draws all pictures on one sheet. Prints the processor"
                        + " time of a picture from kept cut-outs, and of a video of five seconds.")
final class DrawSheet implements Callable<Integer> {

    private static final int SECONDS = 5;
    private static final int MOST_IN_VIDEO = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "PHOTOS",
            description = "Folder of JPEG, PNG or WebP photos: those of one product, named by slot as upperFront.jpg,"
                    + " or others, named after the garment as red-skirt.jpg; back in a name tells its view.")
    private Path photos = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Folder for sheet.jpg, the pictures and the video; made if it is not there.")
    private Path out = Path.of("");

    @Option(
            names = "--presets",
            split = ",",
            defaultValue = "standing-neutral,standing-light,standing-dark",
            description = "The mannequins, in turn for photos of many products (${DEFAULT-VALUE}).")
    private List<String> presets = List.of();

    @Option(names = "--columns", defaultValue = "6", description = "Pictures beside each other (${DEFAULT-VALUE}).")
    private int columns;

    private final Studio studio = new Studio();

    public static void main(String[] arguments) {
        System.exit(BenchCommand.commandLine(new DrawSheet()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (columns < 1) {
            throw new ParameterException(spec.commandLine(), "--columns is 1 or more, not " + columns);
        }
        List<Outfit> outfits = Outfit.of(PictureFolder.read("PHOTOS", photos));
        Files.createDirectories(out);
        boolean product = outfits.stream().anyMatch(outfit -> outfit.garments().size() > 1);
        List<Sheet.Cell> cells = new ArrayList<>();
        List<Path> pictures = new ArrayList<>();
        boolean failed = false;
        for (int i = 0; i < outfits.size(); i++) {
            for (String preset : product ? presets : List.of(presets.get(i % presets.size()))) {
                try {
                    Path picture = draw(outfits.get(i), preset);
                    pictures.add(picture);
                    cells.add(new Sheet.Cell(outfits.get(i).name(), ImageIO.read(picture.toFile())));
                } catch (GenerationFailed e) {
                    failed = true;
                    say(outfits.get(i).name() + ": " + e.sentence());
                }
            }
        }
        if (cells.isEmpty()) {
            throw new BenchFailure("No picture could be made.");
        }
        BufferedImage sheet = Sheet.draw(cells, columns);
        ImageIO.write(sheet, "jpg", out.resolve("sheet.jpg").toFile());
        film(pictures.subList(0, Math.min(MOST_IN_VIDEO, pictures.size())));
        say("sheet.jpg, the pictures and the video are in " + out);
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Path draw(Outfit outfit, String preset) throws IOException {
        Studio.Timed<TryOnGenerator.Picture> first = studio.draw(outfit, preset, out);
        Studio.Timed<TryOnGenerator.Picture> again = studio.draw(outfit, preset, out);
        say(String.format(
                "%-56s %-17s %5d ms with cutting out, %4d ms from kept cut-outs",
                outfit.name(), preset, first.millis(), again.millis()));
        Files.delete(first.made().file());
        Files.delete(first.made().thumbnail());
        Files.delete(again.made().thumbnail());
        return again.made().file();
    }

    private void film(List<Path> pictures) {
        for (Aspect aspect : Aspect.values()) {
            Studio.Timed<VideoGenerator.Clip> clip = studio.film(pictures, SECONDS, aspect, out);
            say(String.format(
                    "video of %d s, %dx%d: %d ms",
                    SECONDS, clip.made().width(), clip.made().height(), clip.millis()));
        }
    }

    private void say(String line) {
        PrintWriter to = spec.commandLine().getOut();
        to.println(line);
        to.flush();
    }
}
