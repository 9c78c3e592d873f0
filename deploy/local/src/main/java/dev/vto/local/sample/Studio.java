package dev.vto.local.sample;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Lays a garment on a backdrop, piece by piece, under a soft lamp at the upper left, and takes the picture. */
final class Studio {

    static final int WIDTH = 1200;
    static final int HEIGHT = 1600;
    static final Rectangle FRAME = new Rectangle(WIDTH, HEIGHT);

    private static final double ROLL = 20;

    private final Camera camera;
    private final Field silhouette;
    private final Field relief = new Field(FRAME);

    private Studio(Garment garment, Backdrop backdrop, int seed) {
        this.camera = new Camera(seed);
        this.silhouette = garment.silhouette();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                camera.expose(x, y, backdrop.at(x, y), 1);
            }
        }
        camera.defocus();
        Field edge = silhouette.blurred(ROLL);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double inner = Math.max(0, edge.at(x, y) * 2 - 1);
                relief.set(x, y, garment.body() * Math.pow(inner * (2 - inner), 0.75));
            }
        }
        garment.creases().forEach(crease -> crease.press(relief));
        cast(silhouette, garment.body() * 2.2, 0.26);
        cast(silhouette, garment.body() * 0.8, 0.42);
        garment.pieces().forEach(this::lay);
    }

    static BufferedImage photograph(Garment garment, Backdrop backdrop, int seed) {
        return new Studio(garment, backdrop, seed).camera.develop();
    }

    private void lay(Piece piece) {
        Rectangle window = piece.window();
        Field mask = Field.filled(piece.shape, window);
        cast(mask, piece.lift, 0.5);
        Surface surface = new Surface(piece, mask, relief);
        for (int y = window.y; y < window.y + window.height; y++) {
            for (int x = window.x; x < window.x + window.width; x++) {
                double cover = mask.at(x, y);
                if (cover > 0) {
                    camera.expose(x, y, surface.at(x, y), cover);
                }
            }
        }
    }

    private void cast(Field mask, double length, double strength) {
        if (length <= 0) {
            return;
        }
        Field soft = mask.blurred(length * 1.5);
        Rectangle window = mask.window;
        int right = (int) Math.round(length * 0.45);
        int down = (int) Math.round(length * 0.65);
        for (int y = window.y; y < window.y + window.height; y++) {
            for (int x = window.x; x < window.x + window.width; x++) {
                camera.dim(x, y, 1 - strength * soft.at(x - right, y - down));
            }
        }
    }
}
