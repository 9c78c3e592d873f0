package dev.vto.worker.adapter.out.generation.studio.cutout;

import static dev.vto.worker.fixture.PhotoReading.PHOTOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.domain.GenerationFailed;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutoutsTest {

    private static final String WHAT = "photo for upperFront";

    @TempDir
    Path folder;

    @Test
    void cutsAndKeepsByContent() throws IOException {
        Counting cutter = new Counting();
        Cutouts cutouts = new Cutouts(64 << 20, PHOTOS, cutter);
        Path red = photo("red.png", Color.RED);
        Path copy = Files.copy(red, folder.resolve("copy.png"));

        int[] first = Pixels.toArgb(cutouts.of(red, WHAT));
        int[] again = Pixels.toArgb(cutouts.of(copy, WHAT));

        assertThat(again).isEqualTo(first);
        assertThat(cutter.cuts).isEqualTo(1);
    }

    @Test
    void keepsWhatEachCutterMakesOfAPhoto() throws IOException {
        Counting garments = new Counting();
        Counting persons = new Counting();
        Cutouts cutouts = new Cutouts(64 << 20, PHOTOS, garments);
        Path red = photo("red.png", Color.RED);

        for (int time = 0; time < 2; time++) {
            cutouts.of(red, WHAT);
            cutouts.of(red, WHAT, persons);
        }

        assertThat(List.of(garments.cuts, persons.cuts)).containsExactly(1, 1);
    }

    @Test
    void cutsAnewWhatAFileHoldsNow() throws IOException {
        Counting cutter = new Counting();
        Cutouts cutouts = new Cutouts(64 << 20, PHOTOS, cutter);
        int[] red = Pixels.toArgb(cutouts.of(photo("photo.png", Color.RED), WHAT));

        int[] blue = Pixels.toArgb(cutouts.of(photo("photo.png", Color.BLUE), WHAT));

        assertThat(blue).isNotEqualTo(red);
        assertThat(cutter.cuts).isEqualTo(2);
    }

    @Test
    void dropsTheLongestUnusedWhereMemoryEnds() throws IOException {
        Path red = photo("red.png", Color.RED);
        Path blue = photo("blue.png", Color.BLUE);
        Path green = photo("green.png", Color.GREEN);
        Counting cutter = new Counting();
        long one = 4L * Pixels.toArgb(new Cutouts(0, PHOTOS).of(red, WHAT)).length;
        Cutouts cutouts = new Cutouts(2 * one + one / 2, PHOTOS, cutter);
        cutouts.of(red, WHAT);
        cutouts.of(blue, WHAT);
        cutouts.of(red, WHAT);

        cutouts.of(green, WHAT);

        cutouts.of(red, WHAT);
        assertThat(cutter.cuts).as("red was used last but one").isEqualTo(3);
        cutouts.of(blue, WHAT);
        assertThat(cutter.cuts).as("blue had to go").isEqualTo(4);
    }

    @Test
    void keepsNothingWithoutMemory() throws IOException {
        Counting cutter = new Counting();
        Cutouts cutouts = new Cutouts(0, PHOTOS, cutter);
        Path red = photo("red.png", Color.RED);
        cutouts.of(red, WHAT);

        cutouts.of(red, WHAT);

        assertThat(cutter.cuts).isEqualTo(2);
    }

    @Test
    void keepsNoFailure() throws IOException {
        Cutouts cutouts = new Cutouts(64 << 20, PHOTOS);
        Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture");

        assertThatThrownBy(() -> cutouts.of(broken, WHAT)).isInstanceOf(GenerationFailed.class);
        assertThatThrownBy(() -> cutouts.of(broken, WHAT)).isInstanceOf(GenerationFailed.class);
    }

    @Test
    void saysThatAFileIsGone() {
        assertThatThrownBy(() -> new Cutouts(0, PHOTOS).of(folder.resolve("gone.jpg"), WHAT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gone.jpg");
    }

    private Path photo(String name, Color color) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(DrawnGarment.TEE.transparent(color), "png", file.toFile());
        return file;
    }

    private static final class Counting implements Cutouts.Cutter {

        private final GarmentCutter cutter = new GarmentCutter();
        private int cuts;

        @Override
        public Mat cut(Mat photo, String what) {
            cuts++;
            return cutter.cut(photo, what);
        }
    }
}
