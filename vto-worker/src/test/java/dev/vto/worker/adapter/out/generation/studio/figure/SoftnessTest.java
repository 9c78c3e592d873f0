package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftnessTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 4, 9, 16, 34})
    void cannotBeToldFromAGaussianBlur(double blur) {
        Mat square = Mat.zeros(300, 200, opencv_core.CV_8U).asMat();
        opencv_imgproc.rectangle(square, new Rect(60, 90, 80, 110), new Scalar(255), -1, 8, 0);
        Mat expected = new Mat();
        opencv_imgproc.GaussianBlur(square, expected, new Size(0, 0), blur);

        byte[] soft = Pixels.toBytes(Softness.of(square, blur));

        byte[] wanted = Pixels.toBytes(expected);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(Math.abs((soft[i] & 0xFF) - (wanted[i] & 0xFF)))
                    .as("pixel " + i)
                    .isLessThanOrEqualTo(8);
        }
    }
}
