package dev.vto.worker.adapter.out.generation.studio.figure;

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

/** Every garment and the mannequin have a hue of their own, so that a pixel tells what is on top there. */
final class DressedPictures {

    /** What can be seen at a pixel. */
    enum Seen {
        BACKDROP(Color.WHITE),
        MANNEQUIN(Color.GREEN),
        BOTTOM(Color.BLUE),
        UPPER(Color.RED),
        ONEPIECE(Color.YELLOW),
        OUTER(Color.MAGENTA);

        final Color color;

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

    /** Several tests look at the same pictures, and each takes a while. */
    private static final Map<String, Layer> PICTURES = new HashMap<>();

    private DressedPictures() {}

    static Layer dress(Map<Garment, DrawnGarment> worn, View view) {
        return PICTURES.computeIfAbsent(worn + " " + view, key -> {
            Map<Garment, Mat> cutouts = new EnumMap<>(Garment.class);
            worn.forEach((garment, drawn) -> cutouts.put(garment, drawn.cutout(Seen.valueOf(garment.name()).color)));
            return new Dresser(new Mannequin(Seen.MANNEQUIN.color)).dress(cutouts, view, 0);
        });
    }

    static Seen seen(Layer picture, Point at) {
        return Seen.at(picture, (int) at.x(), (int) at.y());
    }

    static List<Integer> columns(Layer picture, int y, Seen wanted) {
        return IntStream.range(0, Body.WIDTH)
                .filter(x -> Seen.at(picture, x, y) == wanted)
                .boxed()
                .toList();
    }
}
