package dev.vto.local.sample;

import static dev.vto.local.sample.Cut.LEFT;
import static dev.vto.local.sample.Cut.RIGHT;

import java.util.List;

/** Straight jeans with five pockets. */
final class Trousers extends Pattern {

    private static final int SEED = 2200;
    private static final Fabric DENIM = Fabric.denim(0x1B2943);
    private static final Fabric BRASS = Fabric.plain(0x9A7B4F, 0.5);
    private static final Fabric LEATHER = Fabric.plain(0x7A4E2C, 0.03);
    private static final Tone THREAD = Tone.of(0xC08A4A);
    private static final Tone FADED = Tone.of(0x8FA6BE);
    private static final double LEG = 0.05;

    private static final String LEG_PIECE =
            "M -6 198 Q 110 196 204 182 Q 240 290 258 410 Q 290 900 300 1421 Q 300 1435 287 1437 "
                    + "Q 220 1446 154 1442 Q 142 1441 140 1429 Q 84 1000 6 566 L -6 562 Z";
    private static final String WAISTBAND = "M -8 176 Q 110 172 196 152 Q 204 180 208 206 Q 110 224 -8 228 Z";

    private final int seed;

    private Trousers(Cut cut, int seed) {
        super(cut);
        this.seed = seed;
    }

    static Garment front() {
        Trousers trousers = new Trousers(Cut.front(SEED), 61);
        trousers.waistInside();
        trousers.leg(LEFT);
        trousers.leg(RIGHT);
        trousers.fly();
        trousers.frontPocket(LEFT);
        trousers.frontPocket(RIGHT);
        trousers.waistband();
        trousers.loops(104);
        trousers.rivet(2, 202, 13);
        return trousers.finished(FRONT_CREASES, 14);
    }

    static Garment back() {
        Trousers trousers = new Trousers(Cut.back(SEED), 81);
        trousers.leg(LEFT);
        trousers.leg(RIGHT)
                .seam(trousers.gold("M 6 304 Q 10 480 3 560", RIGHT), trousers.gold("M 14 304 Q 18 480 9 560", RIGHT));
        trousers.backYoke();
        trousers.backPocket(LEFT);
        trousers.backPocket(RIGHT);
        trousers.waistband();
        trousers.loops(124);
        trousers.loop(0);
        trousers.patch();
        return trousers.finished(BACK_CREASES, 14);
    }

    private Drape drape(int side) {
        return new Drape(new Noise(seed + side), side * 0.25, 84, 15);
    }

    private Seam gold(String line, int side) {
        return Seam.bold(cut.shape(line, side), THREAD);
    }

    private void waistInside() {
        lay(cut.whole("M -4 140 Q 110 138 196 152 L 200 190 L -4 220 Z"), DENIM)
                .shade(0.42)
                .seam(gold("M -190 158 Q 0 142 190 158", RIGHT));
        lay(cut.shape("M -30 144 L 30 144 L 29 172 L -29 172 Z"), LEATHER)
                .shade(0.6)
                .lift(1.5);
    }

    private Piece leg(int side) {
        return lay(cut.shape(LEG_PIECE, side), DENIM)
                .grain(side * LEG)
                .drape(drape(side))
                .lift(3)
                .print(new Print(
                        cut.shape(
                                "M 90 420 Q 180 380 206 500 Q 220 740 190 900 Q 120 900 100 740 Q 70 560 90 420 Z",
                                side),
                        FADED,
                        0.2,
                        60))
                .seam(
                        Seam.joint(cut.shape("M 253 330 Q 284 900 293 1400", side)),
                        gold("M 6 574 Q 84 1000 140 1400", side),
                        gold("M 134 1414 Q 226 1420 302 1406", side));
    }

    private void fly() {
        lay(cut.shape("M -7 216 L 56 214 Q 60 380 52 430 Q 40 472 2 496 L -6 524 Z"), DENIM)
                .drape(drape(RIGHT))
                .lift(1.5)
                .seam(
                        gold("M 44 228 Q 48 376 40 422 Q 30 460 0 482", RIGHT),
                        gold("M 52 228 Q 56 378 48 426 Q 37 468 0 492", RIGHT),
                        gold("M -1 486 L 1 562", RIGHT));
    }

    private void frontPocket(int side) {
        lay(cut.shape("M 104 214 Q 112 312 236 330 L 244 380 L 205 190 Z", side), DENIM)
                .grain(side * 0.1)
                .drape(drape(side))
                .lift(0)
                .shade(0.8)
                .seam(Seam.joint(cut.shape("M 213 206 Q 233 300 243 372", side)));
        if (side == LEFT) {
            lay(cut.shape("M 146 262 L 224 258 L 236 345 L 150 318 Z", side), DENIM)
                    .shade(0.88)
                    .lift(2)
                    .seam(gold("M 149 268 L 222 264", side), gold("M 149 274 L 222 270", side));
        }
        lay(cut.shape("M 80 222 L 108 218 Q 114 306 240 326 L 245 362 Q 96 352 80 222 Z", side), DENIM)
                .drape(drape(side))
                .lift(4)
                .seam(gold("M 101 222 Q 108 314 240 334", side), gold("M 92 222 Q 100 323 241 343", side));
        rivet(side * 100, 234, 5);
        rivet(side * 234, 338, 5);
    }

    private void waistband() {
        lay(cut.whole(WAISTBAND), DENIM)
                .grain(1.57)
                .drape(new Drape(new Noise(seed + 5), 0.5, 70, 4))
                .lift(3.5)
                .rounding(3.5)
                .seam(
                        gold("M -198 160 Q -110 179 0 183 Q 110 179 198 160", RIGHT),
                        gold("M -204 199 Q -110 216 0 220 Q 110 216 204 199", RIGHT));
    }

    private void loops(int x) {
        loop(-x);
        loop(x);
    }

    private void loop(int x) {
        int top = 171 - Math.abs(x) / 16;
        lay(
                        cut.shape("M " + (x - 10) + " " + top + " L " + (x + 10) + " " + top + " L " + (x + 10) + " "
                                + (top + 66) + " L " + (x - 10) + " " + (top + 66) + " Z"),
                        DENIM)
                .lift(5)
                .rounding(4)
                .seam(
                        gold("M " + (x - 5) + " " + (top + 3) + " L " + (x - 5) + " " + (top + 63), RIGHT),
                        gold("M " + (x + 5) + " " + (top + 3) + " L " + (x + 5) + " " + (top + 63), RIGHT));
    }

    private void rivet(int x, int y, double radius) {
        lay(cut.disc(x, y, radius), BRASS).lift(3).rounding(radius / 2);
    }

    private void backYoke() {
        for (int side : new int[] {LEFT, RIGHT}) {
            lay(cut.shape("M -1 200 L 206 184 Q 222 236 228 256 Q 120 272 -1 318 Z", side), DENIM)
                    .grain(side * 0.12)
                    .drape(drape(side))
                    .lift(2)
                    .seam(gold("M 227 248 Q 118 264 2 309", side), gold("M 226 240 Q 116 256 2 300", side));
        }
    }

    private void backPocket(int side) {
        lay(cut.shape("M 66 332 Q 130 312 204 300 Q 216 390 208 460 L 150 508 L 80 480 Q 68 410 66 332 Z", side), DENIM)
                .grain(side * 0.12)
                .drape(drape(side))
                .lift(4)
                .rounding(3.5)
                .print(new Print(cut.shape("M 90 360 L 190 340 L 190 450 L 150 480 L 96 460 Z", side), FADED, 0.14, 30))
                .seam(
                        gold("M 71 346 Q 130 326 202 314", side),
                        gold("M 72 338 Q 76 410 86 475 L 150 501 L 202 456 Q 210 390 199 308", side),
                        gold("M 80 400 Q 120 410 142 436 Q 160 400 206 384", side),
                        gold("M 82 412 Q 120 422 142 450 Q 162 413 205 397", side));
    }

    private void patch() {
        lay(cut.shape("M 128 176 L 196 164 L 202 214 L 134 226 Z"), LEATHER)
                .lift(3)
                .rounding(3)
                .print(
                        new Print(cut.shape("M 144 188 L 184 181 L 185 187 L 145 194 Z"), Tone.of(0x2E1A0D), 0.7, 0),
                        new Print(cut.shape("M 152 202 L 180 197 L 181 201 L 153 206 Z"), Tone.of(0x2E1A0D), 0.6, 0))
                .seam(Seam.stitched(cut.shape("M 132 179 L 193 168 L 198 211 L 138 221 Z"), THREAD));
    }

    private static final List<Crease> FRONT_CREASES = List.of(
            Crease.of(9, 15, 30, 525, 110, 485, 200, 445),
            Crease.of(9, 15, -20, 535, -110, 495, -210, 485),
            Crease.of(9, 14, 40, 585, 120, 565, 200, 535),
            Crease.of(9, 14, -44, 595, -130, 575, -190, 585),
            Crease.of(8, 12, 70, 345, 140, 365, 230, 345),
            Crease.of(8, 12, -74, 355, -150, 375, -236, 365),
            Crease.of(12, 14, 273, 900, 194, 930, 113, 900),
            Crease.of(12, 14, -94, 930, -196, 970, -277, 940),
            Crease.of(11, 14, 108, 1010, 199, 1040, 274, 1000),
            Crease.of(11, 14, -284, 1060, -209, 1030, -120, 1060),
            Crease.of(10, 14, 141, 1290, 222, 1330, 293, 1290),
            Crease.of(10, 14, -142, 1330, -211, 1300, -295, 1340),
            Crease.of(15, 12, 170, 565, 203, 900, 207, 1300),
            Crease.of(15, 12, -170, 585, -199, 900, -221, 1300));

    private static final List<Crease> BACK_CREASES = List.of(
            Crease.of(10, 15, 10, 525, 100, 535, 190, 495),
            Crease.of(10, 15, -10, 535, -110, 545, -200, 515),
            Crease.of(10, 14, 30, 585, 110, 615, 210, 575),
            Crease.of(10, 14, -34, 605, -110, 615, -200, 625),
            Crease.of(11, 15, 93, 900, 181, 860, 273, 890),
            Crease.of(11, 15, -96, 880, -181, 850, -275, 890),
            Crease.of(11, 15, 106, 960, 185, 940, 278, 970),
            Crease.of(11, 15, -105, 950, -184, 920, -278, 960),
            Crease.of(10, 14, 137, 1300, 210, 1280, 294, 1320),
            Crease.of(10, 14, -142, 1280, -221, 1310, -294, 1270),
            Crease.of(15, 12, 180, 625, 209, 900, 221, 1300),
            Crease.of(15, 12, -176, 720, -193, 900, -217, 1300));
}
