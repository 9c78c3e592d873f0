package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places are those of the drawing: from its middle, and from the garment's top. */
class GarmentShapeTest {

    private static final Offset<Double> NEARLY = within(3.0);
    private static final Offset<Double> ABOUT = within(30.0);

    @ParameterizedTest
    @CsvSource({"TEE, 240", "HOODIE, 240", "JACKET, 300"})
    void measuresTheBodyWithoutSleeves(DrawnGarment garment, double width) {
        assertThat(shape(garment).torsoWidth()).isCloseTo(width, NEARLY);
    }

    @Test
    void measuresTheNarrowestPartOfTheUpperHalf() {
        assertThat(shape(DrawnGarment.DRESS).waistWidth()).isCloseTo(166, within(8.0));
    }

    @ParameterizedTest
    @EnumSource(DrawnGarment.class)
    void hangsASymmetricGarmentOnItsMiddle(DrawnGarment garment) {
        Rectangle box = garment.outline().getBounds();

        assertThat(shape(garment).middle()).isCloseTo(box.width / 2.0, NEARLY);
        assertThat(shape(garment).height()).isBetween(box.height - 2, box.height + 2);
    }

    @ParameterizedTest
    @CsvSource({"TEE, 22", "HOODIE, 115"})
    void findsTheShouldersBelowCollarAndHood(DrawnGarment garment, double row) {
        assertThat((double) shape(garment).shoulderRow(200)).isCloseTo(row, NEARLY);
    }

    @ParameterizedTest
    @CsvSource({"TEE, 190, 178", "HOODIE, 190, 280", "JACKET, 232, 462"})
    void findsWhereSleevesEnd(DrawnGarment garment, double out, double down) {
        assertPlace(shape(garment).sleeveEnd(-1), garment, -out, down);
        assertPlace(shape(garment).sleeveEnd(1), garment, out, down);
    }

    @ParameterizedTest
    @EnumSource(names = {"DRESS", "SKIRT", "TROUSERS"})
    void seesNoSleevesWhereThereAreNone(DrawnGarment garment) {
        assertThat(shape(garment).sleeveEnd(-1)).isEmpty();
        assertThat(shape(garment).sleeveEnd(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void findsWhereLegsEnd(int side) {
        assertPlace(shape(DrawnGarment.TROUSERS).legEnd(side), DrawnGarment.TROUSERS, side * 87, 614);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEE", "HOODIE", "SKIRT", "DRESS", "JACKET"})
    void seesNoLegsWhereThereAreNone(DrawnGarment garment) {
        assertThat(shape(garment).legEnd(-1)).isEmpty();
        assertThat(shape(garment).legEnd(1)).isEmpty();
    }

    @Test
    void measuresPartsOfItsHeight() {
        GarmentShape trousers = shape(DrawnGarment.TROUSERS);

        assertThat(trousers.width(0.01, 0.06)).isCloseTo(188, within(8.0));
        assertThat(trousers.width(0.9, 1)).isCloseTo(259, NEARLY);
    }

    private static GarmentShape shape(DrawnGarment garment) {
        return GarmentShape.of(garment.cutout(Color.BLUE));
    }

    private static void assertPlace(Optional<Point> found, DrawnGarment garment, double out, double down) {
        double middle = garment.outline().getBounds().width / 2.0;
        assertThat(found).hasValueSatisfying(place -> {
            assertThat(place.x() - middle).isCloseTo(out, ABOUT);
            assertThat(place.y()).isCloseTo(down, ABOUT);
        });
    }
}
