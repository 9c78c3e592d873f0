package dev.vto.local.sample;

import java.awt.Rectangle;

/** What the lamp makes of a piece: its weave, bent and shaded by folds, seams and edges. */
final class Surface {

    private static final double AMBIENT = 0.42;
    private static final double LAMP_X = -0.46;
    private static final double LAMP_Y = -0.62;
    private static final double LAMP_Z = 0.64;
    private static final double BRIGHTEST = 1.22;
    private static final Noise GATHER = new Noise(77);

    private final Piece piece;
    private final Rectangle window;
    private final Field height;
    private final Field smooth;
    private final Field broad;
    private final Field furrows;
    private final Field[] threads;
    private final Field[] prints;

    Surface(Piece piece, Field mask, Field relief) {
        this.piece = piece;
        this.window = mask.window;
        this.height = new Field(window);
        this.furrows = new Field(window);
        this.threads = piece.seams.stream()
                .filter(seam -> seam.stitch() > 0)
                .map(seam -> Field.stroked(seam.line(), seam.dashes(), window))
                .toArray(Field[]::new);
        this.prints = piece.prints.stream().map(print -> painted(print, window)).toArray(Field[]::new);
        fold(mask, relief);
        sew();
        this.smooth = height.blurred(9);
        this.broad = height.blurred(30);
    }

    private void fold(Field mask, Field relief) {
        Field edge = mask.blurred(piece.rounding);
        each((x, y) -> {
            double inner = Math.max(0, Math.min(1, edge.at(x, y) * 2 - 1));
            double bulge = piece.rounding * 0.8 * inner * (2 - inner);
            height.set(x, y, relief.at(x, y) + piece.drape.height(x, y) + bulge);
        });
    }

    private void sew() {
        for (Seam seam : piece.seams) {
            Field gathered = Field.stroked(seam.line(), seam.pucker(), window).blurred(5);
            each((x, y) -> {
                double band = gathered.at(x, y);
                if (band > 0) {
                    height.add(x, y, band * (1.1 * GATHER.at(x / 11.0, y / 11.0) - 0.8));
                }
            });
            if (seam.groove() > 0) {
                Field furrow = Field.stroked(seam.line(), seam.furrow(), window).blurred(1);
                furrows.unite(furrow);
                each((x, y) -> height.add(x, y, -1.6 * furrow.at(x, y)));
            }
        }
        for (Field thread : threads) {
            each((x, y) -> height.add(x, y, 0.8 * thread.at(x, y)));
        }
    }

    Tone at(int x, int y) {
        double slopeX = (height.at(x + 1, y) - height.at(x - 1, y)) / 2;
        double slopeY = (height.at(x, y + 1) - height.at(x, y - 1)) / 2;
        double raised = height.at(x, y) - smooth.at(x, y);
        double steep = Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
        double facing = Math.max(0, (LAMP_Z - slopeX * LAMP_X - slopeY * LAMP_Y) / steep);
        double open = raised * 0.09 + (smooth.at(x, y) - broad.at(x, y)) * 0.035;
        double hollow = 1 + Math.max(-0.5, Math.min(0.08, open));
        double light = Math.min(BRIGHTEST, AMBIENT * hollow + (1 - AMBIENT) * hollow * facing / LAMP_Z);
        double mirrored = piece.fabric.gloss() * Math.pow(Math.min(1, facing * 1.08), 24);
        Tone tone = colour(x, y).times(light * (1 - 0.5 * furrows.at(x, y))).mix(Tone.of(0xFFFFFF), mirrored);
        double worn = Math.max(0, Math.min(6, raised)) * piece.fabric.wear();
        return tone.mix(Tone.of(0xC9D2DA), worn).times(piece.shade);
    }

    private Tone colour(int x, int y) {
        double bentX = x - Studio.WIDTH / 2.0 + bend(smooth.at(x + 3, y) - smooth.at(x - 3, y));
        double bentY = y + bend(smooth.at(x, y + 3) - smooth.at(x, y - 3));
        double cos = Math.cos(piece.grain);
        double sin = Math.sin(piece.grain);
        Tone tone = piece.fabric.weave().at(bentX * cos - bentY * sin, bentX * sin + bentY * cos);
        for (int i = 0; i < prints.length; i++) {
            Print print = piece.prints.get(i);
            tone = tone.mix(print.tone(), prints[i].at(x, y) * print.opacity());
        }
        int next = 0;
        for (Seam seam : piece.seams) {
            if (seam.stitch() > 0) {
                tone = tone.mix(seam.thread(), 0.85 * threads[next++].at(x, y));
            }
        }
        return tone;
    }

    /** How far a slope moves the weave, in pixels. */
    private static double bend(double slope) {
        return 4.5 * Math.tanh(slope / 3);
    }

    private static Field painted(Print print, Rectangle window) {
        Field sharp = Field.filled(print.shape(), window);
        return print.softness() > 0 ? sharp.blurred(print.softness()) : sharp;
    }

    private void each(Pixel action) {
        for (int y = window.y; y < window.y + window.height; y++) {
            for (int x = window.x; x < window.x + window.width; x++) {
                action.at(x, y);
            }
        }
    }

    private interface Pixel {
        void at(int x, int y);
    }
}
