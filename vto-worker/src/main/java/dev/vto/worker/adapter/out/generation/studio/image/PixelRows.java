package dev.vto.worker.adapter.out.generation.studio.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * The rows of an image as bytes: grey, BGR, or BGRA with colours multiplied by alpha. Samples are taken as they are:
 * what Java itself would make of grey ones is lighter, since it holds them for linear.
 */
abstract class PixelRows {

    private static final int GREY = 1;
    private static final int GREY_AND_ALPHA = 2;
    private static final int BGR = 3;
    private static final int BGRA = 4;

    private final int channels;

    private PixelRows(int channels) {
        this.channels = channels;
    }

    static PixelRows of(BufferedImage image) {
        return image.getColorModel() instanceof ComponentColorModel model
                        && (model.getTransferType() == DataBuffer.TYPE_BYTE
                                || model.getTransferType() == DataBuffer.TYPE_USHORT)
                        && (model.getColorSpace().getType() == ColorSpace.TYPE_RGB
                                || model.getColorSpace().getType() == ColorSpace.TYPE_GRAY)
                ? new OfSamples(image.getRaster())
                : new OfColors(image);
    }

    final int channels() {
        return channels;
    }

    /** @return until the next is asked for */
    abstract byte[] row(int y);

    private static byte multiplied(int sample, int alpha) {
        return (byte) (alpha == 255 ? sample : (sample * alpha + 127) / 255);
    }

    /** Of 8 or 16 bits each. */
    private static final class OfSamples extends PixelRows {

        private final Raster raster;
        private final int bands;
        private final int shift;
        private final int[] samples;
        private final byte[] row;

        OfSamples(Raster raster) {
            super(raster.getNumBands() == GREY_AND_ALPHA ? BGRA : raster.getNumBands());
            this.raster = raster;
            this.bands = raster.getNumBands();
            this.shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
            this.samples = new int[bands * raster.getWidth()];
            this.row = new byte[channels() * raster.getWidth()];
        }

        @Override
        byte[] row(int y) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, samples);
            int colors = bands >= BGR ? BGR : GREY;
            for (int from = 0, to = 0; from < samples.length; from += bands, to += channels()) {
                int alpha = bands == colors ? 255 : samples[from + colors] >> shift;
                for (int c = 0; c < Math.min(BGR, channels()); c++) {
                    row[to + c] = multiplied(samples[from + Math.max(0, colors - 1 - c)] >> shift, alpha);
                }
                if (channels() == BGRA) {
                    row[to + BGR] = (byte) alpha;
                }
            }
            return row;
        }
    }

    /** Of a palette, or of what else has few bits. */
    private static final class OfColors extends PixelRows {

        private final BufferedImage image;
        private final int[] argb;
        private final byte[] row;

        OfColors(BufferedImage image) {
            super(BGRA);
            this.image = image;
            this.argb = new int[image.getWidth()];
            this.row = new byte[BGRA * image.getWidth()];
        }

        @Override
        byte[] row(int y) {
            image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
            for (int i = 0; i < argb.length; i++) {
                int alpha = argb[i] >>> 24;
                for (int c = 0; c < BGR; c++) {
                    row[BGRA * i + c] = multiplied(argb[i] >> 8 * c & 0xFF, alpha);
                }
                row[BGRA * i + BGR] = (byte) alpha;
            }
            return row;
        }
    }
}
