package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlausibilityTest {

    private static final Shape TEE = tee();

    private final Plausibility plausibility =
            new Plausibility(DrawnPhoto.colored(new Color(190, 180, 170), TEE, new Color(120, 30, 40)));

    @Test
    void isHighOfTheGarmentItself() {
        assertThat(score(TEE)).isGreaterThan(3.9);
    }

    @Test
    void isLowerOfAnyOtherMask() {
        Area withoutSleeves = new Area(TEE);
        withoutSleeves.intersect(new Area(new Rectangle(38, 0, 44, 160)));
        Area withFloor = new Area(TEE);
        withFloor.add(new Area(new Rectangle(0, 120, 120, 40)));
        Area around = new Area(new Rectangle(0, 0, 120, 160));
        around.subtract(new Area(TEE));
        Shape moved = AffineTransform.getTranslateInstance(9, 6).createTransformedShape(TEE);

        assertThat(Stream.of(
                        withoutSleeves,
                        withFloor,
                        around,
                        moved,
                        new Rectangle(55, 60, 12, 12),
                        new Rectangle(2, 2, 116, 156)))
                .allMatch(other -> score(other) < score(TEE) - 0.1);
    }

    @Test
    void isLeastOfNothingAndOfEverything() {
        double nothing = Plausibility.Score.NONE.total();

        assertThat(score(new Rectangle())).isEqualTo(nothing);
        assertThat(score(new Rectangle(0, 0, 120, 160))).isEqualTo(nothing);
        assertThat(nothing).isNegative();
    }

    private double score(Shape mask) {
        return plausibility.of(DrawnPhoto.mask(mask)).total();
    }

    private static Shape tee() {
        Area tee = new Area(new Rectangle(38, 40, 44, 90));
        tee.add(new Area(new Rectangle(20, 40, 80, 30)));
        return tee;
    }
}
