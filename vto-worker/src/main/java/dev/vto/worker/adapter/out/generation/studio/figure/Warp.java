package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.remap;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Bends a picture so that some of its points come to lie on others: moving least squares of similarity transformations
 * (S. Schaefer et al., 2006), computed backwards on a grid, from the new picture to the old.
 *
 * @param from points of the old picture
 * @param to where each of them lies in the new one
 */
record Warp(List<Point> from, List<Point> to) {

    /** Pixels between the nodes of the grid. */
    private static final int STEP = 8;

    private static final double LEAST_DISTANCE = 1;

    Warp {
        if (from.size() != to.size() || from.size() < 2) {
            throw new IllegalArgumentException("a warp takes as many points as it gives, and two or more");
        }
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    Layer apply(Layer picture) {
        int columns = Body.WIDTH / STEP + 2;
        int rows = Body.HEIGHT / STEP + 2;
        float[] x = new float[columns * rows];
        float[] y = new float[columns * rows];
        for (int i = 0; i < x.length; i++) {
            // A node is at the middle of the pixels that it is enlarged to.
            double half = (STEP - 1) / 2.0;
            Point old = origin(new Point(i % columns * STEP + half, i / columns * STEP + half));
            x[i] = (float) old.x();
            y[i] = (float) old.y();
        }
        Mat warped = new Mat();
        remap(
                Pixels.toMat(picture.pixels(), Body.WIDTH, Body.HEIGHT),
                warped,
                enlarged(x, columns, rows),
                enlarged(y, columns, rows),
                INTER_LINEAR,
                BORDER_CONSTANT,
                new Scalar(0, 0, 0, 0));
        return Layer.of(warped);
    }

    /** Where a point of the new picture comes from. */
    Point origin(Point at) {
        double sum = 0;
        double toX = 0;
        double toY = 0;
        double fromX = 0;
        double fromY = 0;
        double[] weight = new double[to.size()];
        for (int i = 0; i < weight.length; i++) {
            double distance = Math.max(LEAST_DISTANCE, to.get(i).distance(at));
            weight[i] = 1 / (distance * distance * distance);
            sum += weight[i];
            toX += weight[i] * to.get(i).x();
            toY += weight[i] * to.get(i).y();
            fromX += weight[i] * from.get(i).x();
            fromY += weight[i] * from.get(i).y();
        }
        Point newMean = new Point(toX / sum, toY / sum);
        Point oldMean = new Point(fromX / sum, fromY / sum);
        double turn = 0;
        double cross = 0;
        double size = 0;
        for (int i = 0; i < weight.length; i++) {
            double px = to.get(i).x() - newMean.x();
            double py = to.get(i).y() - newMean.y();
            double qx = from.get(i).x() - oldMean.x();
            double qy = from.get(i).y() - oldMean.y();
            turn += weight[i] * (px * qx + py * qy);
            cross += weight[i] * (px * qy - py * qx);
            size += weight[i] * (px * px + py * py);
        }
        double vx = at.x() - newMean.x();
        double vy = at.y() - newMean.y();
        return new Point(oldMean.x() + (turn * vx - cross * vy) / size, oldMean.y() + (cross * vx + turn * vy) / size);
    }

    private static Mat enlarged(float[] nodes, int columns, int rows) {
        Mat grid = new Mat(rows, columns, CV_32F);
        grid.<FloatBuffer>createBuffer().put(nodes);
        Mat large = new Mat();
        resize(grid, large, new Size(columns * STEP, rows * STEP), 0, 0, INTER_LINEAR);
        return new Mat(large, new Rect(0, 0, Body.WIDTH, Body.HEIGHT)).clone();
    }
}
