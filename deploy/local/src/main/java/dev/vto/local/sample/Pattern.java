package dev.vto.local.sample;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/** Puts a garment together from its pieces. */
abstract class Pattern {

    private static final Tone NEEDLE_HOLE = Tone.of(0x2A2320);

    final Cut cut;
    private final List<Piece> pieces = new ArrayList<>();

    Pattern(Cut cut) {
        this.cut = cut;
    }

    /** Lays a piece on those so far. */
    final Piece lay(Shape shape, Fabric fabric) {
        Piece piece = new Piece(shape, fabric);
        pieces.add(piece);
        return piece;
    }

    final Garment finished(List<Crease> creases, double body) {
        return new Garment(List.copyOf(pieces), creases, body);
    }

    /** A round button with four holes. */
    final void button(double x, double y, double radius, Fabric material) {
        Piece button = lay(cut.disc(x, y, radius), material).lift(3.5).rounding(radius / 3);
        double off = radius / 4;
        for (double side : new double[] {-off, off}) {
            button.print(hole(x + side, y - off), hole(x + side, y + off));
        }
    }

    /** The maker's label: two lines of writing. */
    final Piece label(double y, double width, double height, Fabric cloth, Tone ink) {
        return lay(cut.shape(bar(y, width, height)), cloth)
                .lift(1.5)
                .print(
                        new Print(cut.shape(bar(y + height * 0.32, width * 0.66, height * 0.15)), ink, 0.9, 0),
                        new Print(cut.shape(bar(y + height * 0.66, width * 0.34, height * 0.07)), ink, 0.8, 0));
    }

    private Print hole(double x, double y) {
        return new Print(cut.disc(x, y, 1.4), NEEDLE_HOLE, 0.75, 0);
    }

    private static String bar(double top, double width, double height) {
        double side = width / 2;
        double bottom = top + height;
        return String.join(
                " ",
                "M " + -side + " " + top,
                "L " + side + " " + top,
                "L " + side + " " + bottom,
                "L " + -side + " " + bottom,
                "Z");
    }
}
