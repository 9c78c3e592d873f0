package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import java.awt.Color;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every garment and the mannequin have a hue of their own, so that a pixel tells what is on top there. */
class DresserTest {

    private static final int CHEST = 480;
    private static final int HIPS = 740;
    private static final int MIDDLE = (int) Body.MIDDLE;
    private static final int FACE = 244;

    /** What can be seen at a pixel. */
    private enum Seen {
        BACKDROP(Color.WHITE),
        MANNEQUIN(Color.GREEN),
        BOTTOM(Color.BLUE),
        UPPER(Color.RED),
        ONEPIECE(Color.YELLOW),
        OUTER(Color.MAGENTA);

        private final Color color;

        Seen(Color color) {
            this.color = color;
        }

        static Seen at(Layer picture, int x, int y) {
            int pixel = picture.pixels()[y * Body.WIDTH + x];
            int[] channels = {pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF};
            int brightest = IntStream.of(channels).max().orElseThrow();
            boolean[] high = new boolean[3];
            for (int c = 0; c < 3; c++) {
                high[c] = channels[c] * 2 > brightest;
            }
            return IntStream.range(0, values().length)
                    .mapToObj(i -> values()[i])
                    .filter(seen -> seen.color.getRed() > 0 == high[0]
                            && seen.color.getGreen() > 0 == high[1]
                            && seen.color.getBlue() > 0 == high[2])
                    .findFirst()
                    .orElse(BACKDROP);
        }
    }

    private static final Map<Garment, DrawnGarment> EVERYDAY =
            Map.of(Garment.BOTTOM, DrawnGarment.TROUSERS, Garment.UPPER, DrawnGarment.TEE);

    private static final Map<Garment, DrawnGarment> ALL_AT_ONCE = Map.of(
            Garment.BOTTOM, DrawnGarment.TROUSERS,
            Garment.UPPER, DrawnGarment.TEE,
            Garment.ONEPIECE, DrawnGarment.DRESS,
            Garment.OUTER, DrawnGarment.JACKET);

    private static final Map<Garment, DrawnGarment> HOODED = Map.of(Garment.UPPER, DrawnGarment.HOODIE);

    /** Several tests look at the same pictures, and each takes a while. */
    private static final Map<String, Layer> PICTURES = new HashMap<>();

    @Test
    void laysTheUpperOverTheBottom() {
        Layer picture = dress(EVERYDAY, View.FRONT);

        assertThat(Seen.at(picture, MIDDLE, CHEST)).isEqualTo(Seen.UPPER);
        assertThat(Seen.at(picture, MIDDLE, HIPS)).isEqualTo(Seen.UPPER);
        assertThat(Seen.at(picture, MIDDLE - 75, 1050)).isEqualTo(Seen.BOTTOM);
        assertThat(Seen.at(picture, MIDDLE + 75, 1050)).isEqualTo(Seen.BOTTOM);
    }

    @Test
    void laysTheOnepieceOverUpperAndBottom() {
        Layer picture = dress(
                Map.of(
                        Garment.BOTTOM, DrawnGarment.TROUSERS,
                        Garment.UPPER, DrawnGarment.TEE,
                        Garment.ONEPIECE, DrawnGarment.DRESS),
                View.FRONT);

        assertThat(Seen.at(picture, MIDDLE, CHEST)).isEqualTo(Seen.ONEPIECE);
        assertThat(Seen.at(picture, MIDDLE - 60, 1050)).isEqualTo(Seen.ONEPIECE);
        assertThat(columns(picture, 440, Seen.UPPER)).as("sleeves of the tee").isNotEmpty();
    }

    @Test
    void laysTheOuterOverAll() {
        Layer picture = dress(ALL_AT_ONCE, View.FRONT);

        assertThat(Seen.at(picture, MIDDLE, CHEST)).isEqualTo(Seen.OUTER);
        assertThat(Seen.at(picture, MIDDLE, HIPS)).isEqualTo(Seen.OUTER);
        assertThat(Seen.at(picture, MIDDLE, 1150)).isEqualTo(Seen.ONEPIECE);
    }

    @Test
    void showsNothingBesideTheOuter() {
        Layer picture = dress(ALL_AT_ONCE, View.FRONT);

        for (int y = 360; y < HIPS; y++) {
            List<Integer> jacket = columns(picture, y, Seen.OUTER);
            int first = jacket.get(0);
            int last = jacket.get(jacket.size() - 1);
            for (Seen below : List.of(Seen.UPPER, Seen.ONEPIECE)) {
                assertThat(columns(picture, y, below))
                        .as(below + " in row " + y)
                        .allMatch(x -> x > first && x < last);
            }
        }
    }

    @Test
    void leavesAFlaredDressWholeBelowTheOuter() {
        List<Integer> nearTheHem = columns(dress(ALL_AT_ONCE, View.FRONT), 1340, Seen.ONEPIECE);

        assertThat(nearTheHem).hasSizeGreaterThan(400);
    }

    @Test
    void laysTheHeadOverAHoodInFront() {
        assertThat(Seen.at(dress(HOODED, View.FRONT), MIDDLE, FACE)).isEqualTo(Seen.MANNEQUIN);
    }

    @Test
    void laysAHoodOverTheHeadBehind() {
        assertThat(Seen.at(dress(HOODED, View.BACK), MIDDLE, FACE)).isEqualTo(Seen.UPPER);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void showsHeadHandsAndFeet(View view) {
        Layer picture = dress(EVERYDAY, view);

        assertThat(Seen.at(picture, MIDDLE, (int) Body.HEAD_TOP + 20)).isEqualTo(Seen.MANNEQUIN);
        assertThat(columns(picture, (int) Body.ANKLE + 24, Seen.MANNEQUIN)).hasSizeGreaterThan(40);
        assertThat(columns(picture, 640, Seen.MANNEQUIN))
                .anyMatch(x -> x < MIDDLE)
                .anyMatch(x -> x > MIDDLE);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1"})
    void beginsArmsWhereSleevesEnd(int side) {
        Mat cutout = DrawnGarment.TEE.cutout(Seen.UPPER.color);
        GarmentShape shape = GarmentShape.of(cutout);
        Placement placement = Placement.of(Garment.UPPER, shape);
        Point end = placement.inPicture(shape.sleeveEnd(side).orElseThrow());
        Point shoulder = Mannequin.shoulderJoint(side);

        Layer picture = dress(EVERYDAY, View.FRONT);

        assertThat(seen(picture, shoulder.towards(end, 0.6))).isEqualTo(Seen.UPPER);
        assertThat(seen(picture, shoulder.towards(end, 1.7))).isEqualTo(Seen.MANNEQUIN);
    }

    @Test
    void showsNoArmBesideASleeve() {
        Layer picture = dress(Map.of(Garment.UPPER, DrawnGarment.JACKET), View.FRONT);

        for (int y = 380; y < 560; y++) {
            assertThat(columns(picture, y, Seen.MANNEQUIN)).as("row " + y).isEmpty();
        }
    }

    @Test
    void beginsLegsWhereTrousersEnd() {
        Layer picture = dress(EVERYDAY, View.FRONT);

        for (int y = 900; y < 1340; y++) {
            assertThat(columns(picture, y, Seen.MANNEQUIN)).as("row " + y).isEmpty();
            assertThat(columns(picture, y, Seen.BOTTOM)).as("row " + y).isNotEmpty();
        }
    }

    @Test
    void showsBareLegsBelowASkirt() {
        Layer picture = dress(Map.of(Garment.BOTTOM, DrawnGarment.SKIRT), View.FRONT);
        int hem = IntStream.range(0, Body.HEIGHT)
                .filter(y -> !columns(picture, y, Seen.BOTTOM).isEmpty())
                .max()
                .orElseThrow();

        assertThat(columns(picture, hem + 60, Seen.MANNEQUIN)).hasSizeGreaterThan(60);
        assertThat(columns(picture, hem - 60, Seen.MANNEQUIN)).noneMatch(x -> Math.abs(x - MIDDLE) < 90);
    }

    @Test
    void spreadsTheLegsLikeTheTrousers() {
        Layer picture = dress(EVERYDAY, View.FRONT);
        GarmentShape shape = GarmentShape.of(DrawnGarment.TROUSERS.cutout(Seen.BOTTOM.color));
        Point end =
                Placement.of(Garment.BOTTOM, shape).inPicture(shape.legEnd(1).orElseThrow());

        assertThat(Seen.at(picture, (int) end.x(), (int) Body.ANKLE + 24)).isEqualTo(Seen.MANNEQUIN);
    }

    private static Layer dress(Map<Garment, DrawnGarment> worn, View view) {
        return PICTURES.computeIfAbsent(worn + " " + view, key -> {
            Map<Garment, Mat> cutouts = new EnumMap<>(Garment.class);
            worn.forEach((garment, drawn) -> cutouts.put(garment, drawn.cutout(Seen.valueOf(garment.name()).color)));
            return new Dresser(new Mannequin(Seen.MANNEQUIN.color)).dress(cutouts, view, 0);
        });
    }

    private static Seen seen(Layer picture, Point at) {
        return Seen.at(picture, (int) at.x(), (int) at.y());
    }

    private static List<Integer> columns(Layer picture, int y, Seen wanted) {
        return IntStream.range(0, Body.WIDTH)
                .filter(x -> Seen.at(picture, x, y) == wanted)
                .boxed()
                .toList();
    }
}
