package dev.vto.worker.adapter.out.generation.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import dev.vto.worker.adapter.out.generation.studio.letter.ColorName;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {

    @ParameterizedTest
    @EnumSource(ColorName.class)
    void namesAPlainColor(ColorName color) {
        assertThat(Palette.of(DrawnGarment.TEE.cutout(new Color(color.rgb())))).containsExactly(color);
    }

    @ParameterizedTest
    @CsvSource({"#FFFFFF, WHITE", "#000000, BLACK", "#FF0000, RED", "#101A3C, NAVY", "#D2B48C, BEIGE", "#FFC0CB, PINK"})
    void namesWhatIsNearAColor(String rgb, ColorName color) {
        assertThat(Palette.of(DrawnGarment.TEE.cutout(Color.decode(rgb)))).containsExactly(color);
    }

    @Test
    void namesTheLargerOfTwoColorsFirst() {
        assertThat(Palette.of(Pixels.toMat(banded(0.7)))).containsExactly(ColorName.NAVY, ColorName.WHITE);
        assertThat(Palette.of(Pixels.toMat(banded(0.3)))).containsExactly(ColorName.WHITE, ColorName.NAVY);
    }

    @Test
    void leavesASmallPrintOut() {
        assertThat(Palette.of(Pixels.toMat(banded(0.9)))).containsExactly(ColorName.NAVY);
    }

    /** Navy above, white below. */
    private static BufferedImage banded(double navy) {
        BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(ColorName.WHITE.rgb()));
        pen.fillRect(0, 0, 200, 200);
        pen.setColor(new Color(ColorName.NAVY.rgb()));
        pen.fillRect(0, 0, 200, (int) (200 * navy));
        pen.dispose();
        return image;
    }
}
