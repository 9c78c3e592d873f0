package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnPerson;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhotographedPersonTest {

    private static final Color BOTTOM = Color.BLUE;
    private static final Color TOP = Color.MAGENTA;
    private static final DrawnPerson PERSON = DrawnPerson.STANDING.in(Body.WIDTH, Body.HEIGHT, 470, 160, 1240);

    @Test
    void wearsTheGarmentsWhereItsOwnBodyIs() {
        BufferedImage picture = dress(
                PERSON, Map.of(Garment.UPPER, DrawnGarment.TEE, Garment.BOTTOM, DrawnGarment.TROUSERS), View.FRONT);

        assertThat(is(picture, PERSON.x(0), PERSON.y(0.28), TOP)).as("chest").isTrue();
        assertThat(is(picture, PERSON.x(-0.06), PERSON.y(DrawnPerson.WAIST), TOP))
                .as("waist")
                .isTrue();
        for (int side : new int[] {-1, 1}) {
            assertThat(is(picture, PERSON.x(side * 0.055), PERSON.y(0.7), BOTTOM))
                    .as("knee of side " + side)
                    .isTrue();
        }
        assertThat(is(picture, PERSON.x(0), PERSON.y(0.97), BOTTOM)).as("floor").isFalse();
    }

    @Test
    void keepsFaceHandsAndWhatIsBehind() {
        BufferedImage picture = dress(PERSON, Map.of(Garment.UPPER, DrawnGarment.TEE), View.FRONT);

        assertThat(is(picture, PERSON.x(0), PERSON.y(0.08), DrawnPerson.SKIN))
                .as("face")
                .isTrue();
        assertThat(is(picture, PERSON.x(PERSON.wristOut()), PERSON.y(PERSON.wristDown()), DrawnPerson.SKIN))
                .as("wrist")
                .isTrue();
        assertThat(picture.getRGB(3, 3))
                .isEqualTo(PERSON.photo(Color.LIGHT_GRAY).getRGB(3, 3));
    }

    @Test
    void coversTheShoulders() {
        BufferedImage picture = dress(PERSON, Map.of(Garment.UPPER, DrawnGarment.JACKET), View.FRONT);

        for (double part = 0.05; part < 0.1; part += 0.01) {
            for (int side : new int[] {-1, 1}) {
                int x = (int) PERSON.x(side * part);
                assertThat(IntStream.range((int) PERSON.y(0.15), (int) PERSON.y(0.25)))
                        .as("column " + x)
                        .noneMatch(y -> is(picture, x, y, DrawnPerson.TOP));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 0.7", "20, 0.4", "20, 0.7", "45, 0.7"})
    void hasItsArmsInTheSleeves(double degrees, double down) {
        DrawnPerson person = PERSON.in(Body.WIDTH, Body.HEIGHT, 512, 200, 1100).withArms(degrees);

        BufferedImage picture = dress(person, Map.of(Garment.OUTER, DrawnGarment.JACKET), View.FRONT);

        for (int side : new int[] {-1, 1}) {
            double x = person.x(side * person.armOut(down));
            assertThat(is(picture, x, person.y(person.armDown(down)), TOP))
                    .as("arm of side " + side)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void showsTheNeckBeforeACollarAndBehindIt(View view) {
        BufferedImage picture = dress(PERSON, Map.of(Garment.UPPER, DrawnGarment.HOODIE), view);

        boolean skin = is(picture, PERSON.x(0), PERSON.y(DrawnPerson.CHIN), DrawnPerson.SKIN);
        assertThat(skin).isEqualTo(view == View.FRONT);
    }

    @Test
    void isFoundInNoEmptyPhoto() {
        BufferedImage nothing = new BufferedImage(Body.WIDTH, Body.HEIGHT, BufferedImage.TYPE_INT_ARGB);

        assertThat(PhotographedPerson.in(Pixels.toMat(nothing))).isEmpty();
    }

    private static BufferedImage dress(DrawnPerson person, Map<Garment, DrawnGarment> worn, View view) {
        Map<Garment, Mat> cutouts = new EnumMap<>(Garment.class);
        worn.forEach((garment, drawn) -> cutouts.put(garment, drawn.cutout(garment == Garment.BOTTOM ? BOTTOM : TOP)));
        BufferedImage photo = person.photo(Color.LIGHT_GRAY);
        BufferedImage alone = person.transparent();
        int[] pixels = new int[Body.WIDTH * Body.HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % Body.WIDTH;
            int y = i / Body.WIDTH;
            pixels[i] = alone.getRGB(x, y) & 0xFF000000 | photo.getRGB(x, y) & 0xFFFFFF;
        }
        PhotographedPerson figure = PhotographedPerson.in(Pixels.toMat(pixels, Body.WIDTH, Body.HEIGHT))
                .orElseThrow();
        return new Dresser(figure).dress(cutouts, view, 0).toImage();
    }

    /** By hue: light and shade lie over all of it. */
    private static boolean is(BufferedImage picture, double x, double y, Color color) {
        float[] wanted = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
        Color there = new Color(picture.getRGB((int) x, (int) y));
        float[] found = Color.RGBtoHSB(there.getRed(), there.getGreen(), there.getBlue(), null);
        return Math.abs(wanted[0] - found[0]) < 0.04 && Math.abs(wanted[1] - found[1]) < 0.25;
    }
}
