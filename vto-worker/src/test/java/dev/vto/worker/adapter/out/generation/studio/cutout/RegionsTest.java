package dev.vto.worker.adapter.out.generation.studio.cutout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.util.Arrays;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

/** Masks are drawn with characters: {@code #} is set. */
class RegionsTest {

    @Test
    void keepsTheLargeRegionNearTheMiddle() {
        assertThat(keptMain("##........", "##..###...", "....####..", "....####..", "...######.", ".#......##"))
                .containsExactly("..........", "....###...", "....####..", "....####..", "...######.", "........##");
    }

    @Test
    void prefersTheMiddleToALargerRegionInACorner() {
        assertThat(keptMain("####......", "####......", "####......", ".....###..", ".....###..", ".....###.."))
                .containsExactly("..........", "..........", "..........", ".....###..", ".....###..", ".....###..");
    }

    @Test
    void keepsNothingOfNothing() {
        assertThat(keptMain("....", "....")).containsExactly("....", "....");
    }

    @Test
    void fillsASmallHole() {
        assertThat(filled(0.1, "......", ".####.", ".#.##.", ".####.", "......"))
                .containsExactly("......", ".####.", ".####.", ".####.", "......");
    }

    @Test
    void leavesALargeHole() {
        assertThat(filled(0.1, ".####.", ".#..#.", ".####.")).containsExactly(".####.", ".#..#.", ".####.");
    }

    @Test
    void leavesWhatIsOpenToTheEdge() {
        assertThat(filled(0.5, "##.###", "##.###", "######")).containsExactly("##.###", "##.###", "######");
    }

    private static String[] keptMain(String... rows) {
        Mat mask = mask(rows);
        Regions.keepMain(mask);
        return rows(mask);
    }

    private static String[] filled(double part, String... rows) {
        Mat mask = mask(rows);
        Regions.fillHoles(mask, part);
        return rows(mask);
    }

    private static Mat mask(String... rows) {
        String all = String.join("", rows);
        byte[] bytes = new byte[all.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (all.charAt(i) == '#' ? 255 : 0);
        }
        Mat mask = new Mat(rows.length, rows[0].length(), opencv_core.CV_8U);
        mask.data().put(bytes);
        return mask;
    }

    private static String[] rows(Mat mask) {
        byte[] bytes = Pixels.toBytes(mask);
        String[] rows = new String[mask.rows()];
        Arrays.fill(rows, "");
        for (int i = 0; i < bytes.length; i++) {
            rows[i / mask.cols()] += bytes[i] == 0 ? '.' : '#';
        }
        return rows;
    }
}
