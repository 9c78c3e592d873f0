package dev.vto.worker.adapter.out.generation.studio.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures between Java, as 0xAARRGGBB integers, and OpenCV, as BGRA bytes: in memory the same on little-endian. */
public final class Pixels {

    private Pixels() {}

    public static Mat toMat(BufferedImage image) {
        BufferedImage argb = image;
        if (image.getType() != BufferedImage.TYPE_INT_ARGB) {
            argb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D pen = argb.createGraphics();
            pen.drawImage(image, 0, 0, null);
            pen.dispose();
        }
        return toMat(((DataBufferInt) argb.getRaster().getDataBuffer()).getData(), image.getWidth(), image.getHeight());
    }

    public static Mat toMat(int[] argb, int width, int height) {
        Mat mat = new Mat(height, width, CV_8UC4);
        ints(mat).put(argb);
        return mat;
    }

    /** @param mat continuous 8-bit BGRA */
    public static int[] toArgb(Mat mat) {
        int[] argb = new int[mat.rows() * mat.cols()];
        ints(mat).get(argb);
        return argb;
    }

    /** @param bgr continuous 8-bit BGR */
    public static BufferedImage toImage(Mat bgr) {
        BufferedImage image = new BufferedImage(bgr.cols(), bgr.rows(), BufferedImage.TYPE_3BYTE_BGR);
        bgr.<ByteBuffer>createBuffer().get(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        return image;
    }

    /** @param mat continuous, one byte a pixel */
    public static byte[] toBytes(Mat mat) {
        byte[] bytes = new byte[mat.rows() * mat.cols()];
        mat.data().get(bytes);
        return bytes;
    }

    private static IntBuffer ints(Mat mat) {
        ByteBuffer bytes = mat.createBuffer();
        return bytes.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    }
}
