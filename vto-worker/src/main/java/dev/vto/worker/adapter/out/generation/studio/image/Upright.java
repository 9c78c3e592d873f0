package dev.vto.worker.adapter.out.generation.studio.image;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.flip;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_core.transpose;

import net.coobird.thumbnailator.util.exif.Orientation;
import org.bytedeco.opencv.opencv_core.Mat;

/** Turns photos as their Exif data says. */
final class Upright {

    private static final int UPSIDE_DOWN = 0;
    private static final int MIRRORED = 1;

    private Upright() {}

    static Mat of(Mat photo, Orientation orientation) {
        Mat turned = new Mat();
        switch (orientation) {
            case TOP_LEFT -> {
                return photo;
            }
            case TOP_RIGHT -> flip(photo, turned, MIRRORED);
            case BOTTOM_RIGHT -> rotate(photo, turned, ROTATE_180);
            case BOTTOM_LEFT -> flip(photo, turned, UPSIDE_DOWN);
            case LEFT_TOP -> transpose(photo, turned);
            case RIGHT_TOP -> rotate(photo, turned, ROTATE_90_CLOCKWISE);
            case RIGHT_BOTTOM -> {
                rotate(photo, turned, ROTATE_180);
                transpose(turned, turned);
            }
            case LEFT_BOTTOM -> rotate(photo, turned, ROTATE_90_COUNTERCLOCKWISE);
            default -> throw new IllegalStateException(orientation.name());
        }
        return turned;
    }
}
