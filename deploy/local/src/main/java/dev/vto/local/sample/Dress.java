package dev.vto.local.sample;

import static dev.vto.local.sample.Cut.LEFT;
import static dev.vto.local.sample.Cut.RIGHT;

import java.util.ArrayList;
import java.util.List;

/** A dotted sleeveless dress: fitted bodice, seam at the waist, flared skirt. */
final class Dress extends Pattern {

    private static final int SEED = 3300;
    private static final Fabric CREPE = Fabric.dottedCrepe(0x8E2430, 0xF1E2D2);
    private static final Fabric LINING = Fabric.satin(0x7A2029);
    private static final Fabric ZIP = Fabric.plain(0x6E1C26, 0.04);
    private static final Fabric STEEL = Fabric.plain(0xA9A7A2, 0.5);
    private static final Tone THREAD = Tone.of(0x7C1F29);

    private static final String BODICE_FRONT = "M -4 372 L 0 372 Q 62 366 84 238 Q 120 240 154 258 Q 134 350 182 430 "
            + "Q 160 540 138 668 Q 70 684 -4 686 Z";
    private static final String BODICE_BACK = "M -4 286 L 0 286 Q 62 280 84 238 Q 120 240 154 258 Q 134 350 182 430 "
            + "Q 160 540 138 668 Q 70 684 -4 686 Z";
    private static final String SKIRT = "M -6 676 Q 70 674 138 658 Q 230 960 402 1364 Q 396 1384 372 1386 "
            + "Q 330 1388 296 1408 Q 250 1424 214 1414 Q 176 1412 140 1434 Q 100 1446 66 1436 Q 32 1426 0 1426 L -6 1426 Z";

    private final int seed;

    private Dress(Cut cut, int seed) {
        super(cut);
        this.seed = seed;
    }

    static Garment front() {
        Dress dress = new Dress(Cut.front(SEED), 91);
        dress.neckInside();
        dress.skirt();
        dress.bodice(BODICE_FRONT, "M -92 250 Q -66 378 0 381 Q 66 378 92 250");
        return dress.finished(creases(0), 13);
    }

    static Garment back() {
        Dress dress = new Dress(Cut.back(SEED), 97);
        dress.skirt();
        dress.bodice(BODICE_BACK, "M -90 250 Q -64 290 0 295 Q 64 290 90 250");
        dress.zip();
        return dress.finished(creases(26), 13);
    }

    private void neckInside() {
        lay(cut.whole("M -4 284 Q 60 280 84 238 L 110 250 L 90 370 L -4 392 Z"), LINING)
                .drape(new Drape(new Noise(seed + 9), 0.2, 60, 9))
                .shade(0.5);
        lay(cut.whole("M -4 284 Q 60 280 84 238 L 104 250 Q 76 322 -4 328 Z"), CREPE)
                .shade(0.62)
                .lift(1.5)
                .seam(Seam.stitched(cut.shape("M -82 270 Q -60 292 0 294 Q 60 292 82 270"), THREAD));
        label(296, 40, 36, Fabric.plain(0xEFE8DD, 0.02), Tone.of(0x552027)).shade(0.8);
    }

    private void skirt() {
        lay(cut.whole(SKIRT), CREPE)
                .drape(new Drape(new Noise(seed), 0, 96, 12))
                .lift(3)
                .seam(Seam.stitched(
                        cut.shape("M -390 1364 Q -330 1370 -292 1388 Q -250 1404 -214 1394 Q -176 1392 -140 1414 "
                                + "Q -100 1426 -66 1416 Q 0 1416 66 1416 Q 100 1426 140 1414 Q 176 1392 214 1394 "
                                + "Q 250 1404 292 1388 Q 330 1370 390 1364"),
                        THREAD));
    }

    private void bodice(String outline, String neckStitch) {
        lay(cut.whole(outline), CREPE)
                .drape(new Drape(new Noise(seed + 3), 0.5, 66, 8))
                .lift(3.5)
                .seam(
                        Seam.stitched(cut.shape(neckStitch), THREAD),
                        armhole(LEFT),
                        armhole(RIGHT),
                        dart(LEFT),
                        dart(RIGHT),
                        Seam.joint(cut.shape("M -139 664 Q -70 680 0 682 Q 70 680 139 664")));
    }

    private Seam armhole(int side) {
        return Seam.stitched(cut.shape("M 146 260 Q 124 352 173 434", side), THREAD);
    }

    private Seam dart(int side) {
        return Seam.joint(cut.shape("M 74 676 Q 82 580 96 500", side));
    }

    private void zip() {
        lay(cut.shape("M -7 288 L 7 288 Q 9 560 6 820 L -6 820 Q -8 560 -7 288 Z"), CREPE)
                .lift(1.5)
                .seam(Seam.joint(cut.shape("M 0 289 Q 2 560 0 818")));
        lay(cut.shape("M -3 292 L 3 292 L 3 306 L -3 306 Z"), ZIP).lift(2);
        lay(cut.shape("M -4 302 L 4 302 L 6 330 Q 0 338 -6 330 Z"), STEEL)
                .lift(3)
                .rounding(3);
    }

    /** Folds that fan out from the waist, and some at the bust. */
    private static List<Crease> creases(int shift) {
        List<Crease> creases = new ArrayList<>();
        double[] hems = {-356, -262, -188, -96, -14, 74, 152, 236, 306, 368};
        for (int i = 0; i < hems.length; i++) {
            double hem = hems[i] + (i % 2 == 0 ? shift : -shift) * 0.6;
            double height = i % 3 == 0 ? 30 : 21;
            creases.add(Crease.open(17 + i % 3 * 4, height, hem * 0.3, 690 + i % 4 * 26, hem * 0.56, 1000, hem, 1470));
        }
        creases.add(Crease.of(8, 7, -170, 450, -110, 470, -60, 440 + shift));
        creases.add(Crease.of(8, 7, 168, 460, 120, 480, 70, 450));
        creases.add(Crease.of(8, 7, -150, 600, -90, 580, -20, 620 - shift));
        creases.add(Crease.of(8, 7, 146, 620, 90, 610, 30, 580));
        creases.add(Crease.of(8, 6, 120, 300, 104, 380, 60, 430));
        return creases;
    }
}
