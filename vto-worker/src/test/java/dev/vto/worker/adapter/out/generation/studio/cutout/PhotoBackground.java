package dev.vto.worker.adapter.out.generation.studio.cutout;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Random;

/** What a drawn garment lies on. */
public enum PhotoBackground {
    WHITE {
        @Override
        void paint(Graphics2D pen, Shape garment) {
            fill(pen, Color.WHITE);
        }
    },
    VIGNETTE {
        @Override
        void paint(Graphics2D pen, Shape garment) {
            pen.setPaint(new RadialGradientPaint(
                    DrawnGarment.MIDDLE, DrawnGarment.HEIGHT / 2f, 560, new float[] {0, 1}, new Color[] {
                        new Color(196, 196, 198), new Color(138, 138, 142)
                    }));
            pen.fillRect(0, 0, DrawnGarment.WIDTH, DrawnGarment.HEIGHT);
        }
    },
    WHITE_VIGNETTE {
        @Override
        void paint(Graphics2D pen, Shape garment) {
            pen.setPaint(new RadialGradientPaint(
                    DrawnGarment.MIDDLE, DrawnGarment.HEIGHT / 2f, 640, new float[] {0, 1}, new Color[] {
                        new Color(228, 229, 230), new Color(196, 197, 199)
                    }));
            pen.fillRect(0, 0, DrawnGarment.WIDTH, DrawnGarment.HEIGHT);
        }
    },
    PLANKS {
        @Override
        void paint(Graphics2D pen, Shape garment) {
            Random grain = new Random(7);
            for (int board = 0; board < DrawnGarment.HEIGHT; board += 80) {
                int tone = grain.nextInt(24);
                for (int y = board; y < board + 80; y++) {
                    int vein = tone + grain.nextInt(10);
                    pen.setColor(y < board + 3 ? new Color(74, 54, 40) : new Color(150 + vein, 116 + vein, 84 + vein));
                    pen.drawLine(0, y, DrawnGarment.WIDTH, y);
                }
            }
        }
    },
    SHADOWED_WHITE {
        @Override
        void paint(Graphics2D pen, Shape garment) {
            fill(pen, Color.WHITE);
            pen.setColor(new Color(0, 0, 0, 3));
            Shape shadow = AffineTransform.getTranslateInstance(5, 9).createTransformedShape(garment);
            for (int width = 36; width > 2; width -= 4) {
                pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                pen.draw(shadow);
            }
        }
    };

    abstract void paint(Graphics2D pen, Shape garment);

    private static void fill(Graphics2D pen, Color color) {
        pen.setColor(color);
        pen.fillRect(0, 0, DrawnGarment.WIDTH, DrawnGarment.HEIGHT);
    }
}
