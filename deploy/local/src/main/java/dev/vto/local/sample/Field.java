package dev.vto.local.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A number for each pixel of a window of the picture: a mask from 0 to 1, or heights. Zero outside. */
final class Field {

    final Rectangle window;
    private final float[] values;

    Field(Rectangle window) {
        this(window, new float[window.width * window.height]);
    }

    private Field(Rectangle window, float[] values) {
        this.window = window;
        this.values = values;
    }

    static Field filled(Shape shape, Rectangle window) {
        BufferedImage image = new BufferedImage(window.width, window.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.translate(-window.x, -window.y);
        graphics.setColor(Color.WHITE);
        graphics.fill(shape);
        graphics.dispose();
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        float[] values = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            values[i] = (grey[i] & 255) / 255f;
        }
        return new Field(window, values);
    }

    static Field stroked(Shape line, Stroke stroke, Rectangle window) {
        return filled(stroke.createStrokedShape(line), window);
    }

    double at(int x, int y) {
        return window.contains(x, y) ? values[index(x, y)] : 0;
    }

    void set(int x, int y, double value) {
        values[index(x, y)] = (float) value;
    }

    void add(int x, int y, double value) {
        values[index(x, y)] += (float) value;
    }

    /** Takes the greater value of both wherever they overlap. */
    void unite(Field other) {
        Rectangle both = window.intersection(other.window);
        for (int y = both.y; y < both.y + both.height; y++) {
            for (int x = both.x; x < both.x + both.width; x++) {
                set(x, y, Math.max(at(x, y), other.at(x, y)));
            }
        }
    }

    /** @return a copy smoothed over about {@code radius} pixels */
    Field blurred(double radius) {
        int reach = Math.max(1, (int) Math.round(radius * 0.6));
        float[] from = values.clone();
        float[] to = new float[from.length];
        for (int pass = 0; pass < 3; pass++) {
            average(from, to, window.height, window.width, window.width, 1, reach);
            average(to, from, window.width, window.height, 1, window.width, reach);
        }
        return new Field(window, from);
    }

    private static void average(float[] from, float[] to, int lines, int length, int lineStep, int step, int reach) {
        float share = 1f / (2 * reach + 1);
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            double sum = 0;
            for (int i = 0; i < Math.min(reach, length); i++) {
                sum += from[start + i * step];
            }
            for (int i = 0; i < length; i++) {
                if (i + reach < length) {
                    sum += from[start + (i + reach) * step];
                }
                if (i - reach - 1 >= 0) {
                    sum -= from[start + (i - reach - 1) * step];
                }
                to[start + i * step] = (float) (sum * share);
            }
        }
    }

    private int index(int x, int y) {
        return (y - window.y) * window.width + x - window.x;
    }
}
