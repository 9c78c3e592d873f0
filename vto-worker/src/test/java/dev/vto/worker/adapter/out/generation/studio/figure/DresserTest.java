package dev.vto.worker.adapter.out.generation.studio.figure;

import static dev.vto.worker.adapter.out.generation.studio.figure.DressedPictures.columns;
import static dev.vto.worker.adapter.out.generation.studio.figure.DressedPictures.dress;
import static dev.vto.worker.adapter.out.generation.studio.figure.DressedPictures.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.figure.DressedPictures.Seen;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DresserTest {

    private static final int CHEST = 480;
    private static final int HIPS = 740;
    private static final int MIDDLE = (int) Body.MIDDLE;
    private static final int FACE = 244;

    private static final Map<Garment, DrawnGarment> EVERYDAY =
            Map.of(Garment.BOTTOM, DrawnGarment.TROUSERS, Garment.UPPER, DrawnGarment.TEE);

    private static final Map<Garment, DrawnGarment> ALL_AT_ONCE = Map.of(
            Garment.BOTTOM, DrawnGarment.TROUSERS,
            Garment.UPPER, DrawnGarment.TEE,
            Garment.ONEPIECE, DrawnGarment.DRESS,
            Garment.OUTER, DrawnGarment.JACKET);

    private static final Map<Garment, DrawnGarment> HOODED = Map.of(Garment.UPPER, DrawnGarment.HOODIE);

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
    void letsADressFallFromUnderTheOuter() {
        Layer picture = dress(ALL_AT_ONCE, View.FRONT);
        int hem = IntStream.range(HIPS, (int) Body.SOLE)
                .filter(y -> columns(picture, y, Seen.OUTER).isEmpty())
                .findFirst()
                .orElseThrow();
        int above = columns(picture, hem - 30, Seen.OUTER).size();

        assertThat(columns(picture, hem + 2, Seen.ONEPIECE)).hasSizeLessThan(above + 20);
        assertThat(IntStream.range(hem - 30, hem + 30).mapToObj(y -> Seen.at(picture, MIDDLE, y)))
                .doesNotContain(Seen.BACKDROP);
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void showsShouldersBesideASleevelessDress(View view) {
        Layer picture = dress(Map.of(Garment.ONEPIECE, DrawnGarment.DRESS), view);

        for (int y = (int) Body.SHOULDER; y < Body.CHEST; y += 10) {
            List<Integer> mannequin = columns(picture, y, Seen.MANNEQUIN);
            int first = mannequin.get(0);
            int last = mannequin.get(mannequin.size() - 1);
            int row = y;
            assertThat(IntStream.rangeClosed(first, last).mapToObj(x -> Seen.at(picture, x, row)))
                    .as("row " + y)
                    .doesNotContain(Seen.BACKDROP);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DrawnGarment.class,
            names = {"TEE", "JACKET"})
    void leavesNoGapBetweenNeckAndGarment(DrawnGarment garment) {
        Layer picture = dress(Map.of(Garment.UPPER, garment), View.FRONT);

        for (int y = FACE; y < CHEST; y++) {
            for (int x = MIDDLE - 30; x <= MIDDLE + 30; x++) {
                assertThat(Seen.at(picture, x, y)).as(x + ", " + y).isNotEqualTo(Seen.BACKDROP);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"-60", "60"})
    void leavesNoGapBelowARoundHem(int fromMiddle) {
        double hem = 650;
        Layer rounded =
                Layer.of(new Ellipse2D.Double(Body.MIDDLE - 150, Body.SHOULDER, 300, hem - Body.SHOULDER), Color.RED);

        Layer mannequin = new Mannequin(Color.GREEN).body(Pose.STANDING, View.FRONT, rounded);

        assertThat(mannequin.alpha(MIDDLE + fromMiddle, (int) hem - 3)).isEqualTo(255);
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
}
