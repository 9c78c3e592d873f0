package dev.vto.local.sample;

import java.awt.Rectangle;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** One piece of cloth, or a button, which lies on those before it. */
final class Piece {

    /** Room around the shape for its shadow and the smoothing of its edge. */
    private static final int ROOM = 40;

    final Shape shape;
    final Fabric fabric;
    final List<Seam> seams = new ArrayList<>();
    final List<Print> prints = new ArrayList<>();
    double grain;
    Drape drape = Drape.NONE;
    double lift = 2;
    double rounding = 2.5;
    double shade = 1;

    Piece(Shape shape, Fabric fabric) {
        this.shape = shape;
        this.fabric = fabric;
    }

    /** @param angle of the warp threads in radians from vertical */
    Piece grain(double angle) {
        this.grain = angle;
        return this;
    }

    Piece drape(Drape drape) {
        this.drape = drape;
        return this;
    }

    /** @param pixels above what lies beneath; the shadow's length */
    Piece lift(double pixels) {
        this.lift = pixels;
        return this;
    }

    /** @param pixels over which the edge turns down */
    Piece rounding(double pixels) {
        this.rounding = pixels;
        return this;
    }

    /** @param light share of the lamp's light that gets here */
    Piece shade(double light) {
        this.shade = light;
        return this;
    }

    Piece seam(Seam... more) {
        seams.addAll(List.of(more));
        return this;
    }

    Piece print(Print... more) {
        prints.addAll(List.of(more));
        return this;
    }

    Rectangle window() {
        Rectangle window = shape.getBounds();
        window.grow(ROOM, ROOM);
        return window.intersection(Studio.FRAME);
    }
}
