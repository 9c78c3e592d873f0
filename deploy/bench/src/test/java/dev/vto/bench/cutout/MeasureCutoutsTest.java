package dev.vto.bench.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.bench.BenchCommand;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ExitCode;

class MeasureCutoutsTest {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 160;

    private final StringWriter output = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    Path folder;

    private Path photos;
    private Path masks;
    private Path out;

    @BeforeEach
    void makeFolders() throws IOException {
        photos = Files.createDirectory(folder.resolve("photos"));
        masks = Files.createDirectory(folder.resolve("masks"));
        out = folder.resolve("out");
    }

    @Test
    void measuresPhotosThatHaveAMaskAndTimesTheOthers() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, Color.BLUE);
        write(masks.resolve("blue.png"), "png", Color.BLACK, Color.WHITE);
        write(photos.resolve("bare.png"), "png", Color.WHITE, Color.RED);

        assertThat(run(photos, masks, "--out", out)).isEqualTo(ExitCode.OK);

        assertThat(output.toString()).contains("blue", "mean of 1", "worst", "bare", "no mask");
        JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertThat(report.at("/photos/0/photo").asText()).isEqualTo("blue");
        assertThat(report.at("/photos/0/iou").asDouble()).isGreaterThan(0.98);
        assertThat(report.at("/worstIouOfEveryPixel").asDouble())
                .isEqualTo(report.at("/photos/0/iouOfEveryPixel").asDouble());
        assertThat(report.at("/withoutMask/bare").asLong()).isPositive();
    }

    @Test
    void showsInTheOverlayWhatWasFoundAndWhatWasNot() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, new Color(0, 60, 120));
        BufferedImage mask = picture(Color.BLACK, Color.WHITE);
        Graphics2D pen = mask.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, 20);
        pen.setColor(Color.BLACK);
        pen.fillRect(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        pen.dispose();
        ImageIO.write(mask, "png", masks.resolve("blue.png").toFile());

        run(photos, masks, "--out", out);

        BufferedImage overlay = ImageIO.read(out.resolve("blue.png").toFile());
        assertThat(new Color(overlay.getRGB(WIDTH / 2, 8)).getBlue())
                .as("missed")
                .isEqualTo(255);
        assertThat(new Color(overlay.getRGB(WIDTH / 2, 100)).getRed())
                .as("too much")
                .isGreaterThan(160);
        assertThat(new Color(overlay.getRGB(WIDTH / 2, 60)).getRed())
                .as("garment as it is")
                .isLessThan(20);
    }

    @Test
    void goesOnAfterAFileThatIsDamaged() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, Color.BLUE);
        write(masks.resolve("blue.png"), "png", Color.BLACK, Color.WHITE);
        Files.writeString(photos.resolve("broken.jpg"), "no picture");
        write(masks.resolve("broken.png"), "png", Color.BLACK, Color.WHITE);
        write(photos.resolve("unmasked.jpg"), "jpg", Color.WHITE, Color.BLUE);
        Files.writeString(masks.resolve("unmasked.png"), "no picture");

        assertThat(run(photos, masks, "--out", out)).isEqualTo(ExitCode.SOFTWARE);

        assertThat(output.toString())
                .contains("The photo broken.jpg is not a JPEG, PNG or WebP image.")
                .contains("The mask unmasked.png is damaged or no picture.")
                .contains("mean of 3");
    }

    @Test
    void saysThatAMaskHasAnotherShape() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, Color.BLUE);
        ImageIO.write(
                new BufferedImage(WIDTH, WIDTH, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                masks.resolve("black.png").toFile());
        write(photos.resolve("black.jpg"), "jpg", Color.WHITE, Color.BLACK);
        BufferedImage square = new BufferedImage(WIDTH, WIDTH, BufferedImage.TYPE_BYTE_GRAY);
        square.createGraphics().fillRect(0, 0, 10, 10);
        ImageIO.write(square, "png", masks.resolve("blue.png").toFile());

        run(photos, masks, "--out", out);

        assertThat(output.toString())
                .contains("The mask blue.png is 120x120 and its photo 120x160 upright; they are to have one shape.")
                .contains("The mask black.png is black all over; garment is to be white.");
    }

    @Test
    void saysWhichFolderIsMissing() {
        assertThat(run(folder.resolve("none"), masks)).isEqualTo(ExitCode.SOFTWARE);

        assertThat(errors.toString())
                .startsWith("cutout: PHOTOS is a folder of pictures; ")
                .contains("is not there.");
    }

    @Test
    void saysThatAFolderHasNoPictures() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, Color.BLUE);

        assertThat(run(photos, masks)).isEqualTo(ExitCode.SOFTWARE);

        assertThat(errors.toString())
                .contains("There is no picture in MASKS, ")
                .contains("files are to end in .jpg, .jpeg, .png, .webp.");
    }

    @Test
    void saysThatNoPhotoHasAMask() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, Color.BLUE);
        write(masks.resolve("red.png"), "png", Color.BLACK, Color.WHITE);

        assertThat(run(photos, masks)).isEqualTo(ExitCode.SOFTWARE);

        assertThat(errors.toString()).contains("No photo of ").contains(" has a mask of its name in ");
    }

    @Test
    void refusesTwoPicturesOfOneName() throws IOException {
        write(photos.resolve("blue.jpg"), "jpg", Color.WHITE, Color.BLUE);
        write(photos.resolve("blue.png"), "png", Color.WHITE, Color.BLUE);

        assertThat(run(photos, masks)).isEqualTo(ExitCode.SOFTWARE);

        assertThat(errors.toString()).contains("have the same name; leave one of them.");
    }

    @Test
    void saysWhatItsArgumentsAre() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);

        assertThat(errors.toString())
                .contains("cutout: Missing required parameters: 'PHOTOS', 'MASKS'")
                .contains("cutout --help tells the rest");
    }

    private int run(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return BenchCommand.commandLine(new MeasureCutouts())
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(texts);
    }

    private static void write(Path file, String format, Color around, Color garment) throws IOException {
        assertThat(ImageIO.write(picture(around, garment), format, file.toFile()))
                .isTrue();
    }

    /** Something like a shirt. */
    private static BufferedImage picture(Color around, Color garment) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(around);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(garment);
        pen.fillRect(35, 40, 50, 90);
        pen.fillRect(20, 40, 80, 30);
        pen.dispose();
        return image;
    }
}
