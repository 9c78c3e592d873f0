package dev.vto.worker.adapter.out.generation.studio.cutout;

import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Fills holes that are a print or a highlight, and leaves those that show the background between a sleeve and the body:
 * they have the colour of what is around the garment at the same height, and are not on its front.
 */
final class HoleColors implements Regions.HoleTest {

    /** Part of the garment's box, from its middle, that is its front; trousers part below. */
    private static final double FRONT = 0.25;

    private static final double FRONT_HEIGHT = 0.6;
    /** A smaller part of the picture is no gap. */
    private static final double SMALLEST_GAP = 0.0004;
    /** How near a gap is to the background, beside how far it is from the garment. */
    private static final double NEARER = 0.4;

    private static final int AROUND = 5;

    private final LabImage image;

    HoleColors(LabImage image) {
        this.image = image;
    }

    @Override
    public boolean isFilled(Regions holes, int hole) {
        Rect box = holes.box(hole);
        if (holes.area(hole) < SMALLEST_GAP * image.size() || isOnFront(box, garment(holes))) {
            return true;
        }
        Mean inside = new Mean();
        Mean background = new Mean();
        Mean garment = new Mean();
        int[] labels = holes.labels();
        for (int y = Math.max(0, box.y() - AROUND);
                y < Math.min(image.height(), box.y() + box.height() + AROUND);
                y++) {
            for (int x = 0; x < image.width(); x++) {
                int at = y * image.width() + x;
                boolean near = x >= box.x() - AROUND && x < box.x() + box.width() + AROUND;
                if (labels[at] == hole) {
                    inside.add(at);
                } else if (labels[at] == 0 && near) {
                    garment.add(at);
                } else if (labels[at] != 0 && !holes.isInside(labels[at])) {
                    background.add(at);
                }
            }
        }
        return background.count == 0 || inside.distance(background) > NEARER * inside.distance(garment);
    }

    private static boolean isOnFront(Rect hole, Rect garment) {
        double across = (hole.x() + hole.width() / 2.0 - garment.x()) / garment.width() - 0.5;
        double down = (hole.y() + hole.height() / 2.0 - garment.y()) / garment.height();
        return Math.abs(across) < FRONT && down < FRONT_HEIGHT;
    }

    private Rect garment(Regions holes) {
        int left = image.width();
        int right = 0;
        int top = image.height();
        int bottom = 0;
        int[] labels = holes.labels();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == 0) {
                left = Math.min(left, i % image.width());
                right = Math.max(right, i % image.width());
                top = Math.min(top, i / image.width());
                bottom = i / image.width();
            }
        }
        return new Rect(left, top, Math.max(1, right - left + 1), Math.max(1, bottom - top + 1));
    }

    /** Of some pixels' colours. */
    private final class Mean {

        private final double[] sum = new double[3];
        private int count;

        void add(int pixel) {
            for (int c = 0; c < 3; c++) {
                sum[c] += image.lab()[pixel * 3 + c];
            }
            count++;
        }

        double distance(Mean other) {
            double squares = 0;
            for (int c = 0; c < 3; c++) {
                double apart = sum[c] / Math.max(1, count) - other.sum[c] / Math.max(1, other.count);
                squares += apart * apart;
            }
            return Math.sqrt(squares);
        }
    }
}
