package dev.vto.local.sample;

import static dev.vto.local.sample.Cut.LEFT;
import static dev.vto.local.sample.Cut.RIGHT;

import java.util.ArrayList;
import java.util.List;

/** Straight jeans with five pockets. */
final class Trousers {

    private static final int SEED = 2200;
    private static final Fabric DENIM = Fabric.denim(0x1F2F4C);
    private static final Fabric BRASS = Fabric.plain(0x9A7B4F, 0.5);
    private static final Fabric LEATHER = Fabric.plain(0x7A4E2C, 0.03);
    private static final Tone THREAD = Tone.of(0xC08A4A);
    private static final Tone FADED = Tone.of(0x8FA6BE);
    private static final double LEG = 0.05;

    private static final String LEG_PIECE = "M -6 198 Q 110 196 204 182 Q 238 300 254 430 Q 276 900 270 1432 "
            + "Q 190 1446 108 1440 Q 62 1000 4 640 L -6 636 Z";
    private static final String WAISTBAND = "M -8 176 Q 110 172 196 152 Q 204 180 208 206 Q 110 224 -8 228 Z";

    private final Cut cut;
    private final int seed;
    private final List<Piece> pieces = new ArrayList<>();

    private Trousers(Cut cut, int seed) {
        this.cut = cut;
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
        return new Garment(trousers.pieces, FRONT_CREASES, 14);
    }

    static Garment back() {
        Trousers trousers = new Trousers(Cut.back(SEED), 81);
        trousers.leg(LEFT);
        trousers.leg(RIGHT);
        trousers.backYoke();
        trousers.backPocket(LEFT);
        trousers.backPocket(RIGHT);
        trousers.waistband();
        trousers.loops(124);
        trousers.loop(0);
        trousers.patch();
        return new Garment(trousers.pieces, BACK_CREASES, 14);
    }

    private Piece add(Piece piece) {
        pieces.add(piece);
        return piece;
    }

    private Drape drape(int side) {
        return new Drape(new Noise(seed + side), side * 0.25, 84, 15);
    }

    private Seam gold(String line, int side) {
        return Seam.bold(cut.shape(line, side), THREAD);
    }

    private void waistInside() {
        add(new Piece(cut.whole("M -4 140 Q 110 138 196 152 L 200 190 L -4 220 Z"), DENIM))
                .shade(0.42)
                .seam(gold("M -190 158 Q 0 142 190 158", RIGHT));
        add(new Piece(cut.shape("M -30 144 L 30 144 L 29 172 L -29 172 Z"), LEATHER))
                .shade(0.6)
                .lift(1.5);
    }

    private void leg(int side) {
        add(new Piece(cut.shape(LEG_PIECE, side), DENIM))
                .grain(side * LEG)
                .drape(drape(side))
                .lift(3)
                .print(new Print(cut.shape("M 90 420 Q 180 380 206 500 Q 220 740 190 900 Q 120 900 100 740 Q 70 560 90 420 Z", side), FADED, 0.2, 60))
                .seam(
                        Seam.joint(cut.shape("M 249 330 Q 272 900 265 1400", side)),
                        gold("M 4 648 Q 60 1000 108 1400", side),
                        gold("M 102 1414 Q 190 1420 272 1406", side));
    }

    private void fly() {
        add(new Piece(cut.shape("M -7 216 L 56 214 Q 60 440 52 500 Q 40 545 2 572 L -6 600 Z"), DENIM))
                .drape(drape(RIGHT))
                .lift(1.5)
                .seam(
                        gold("M 44 228 Q 48 430 40 490 Q 30 532 0 556", RIGHT),
                        gold("M 52 228 Q 56 432 48 496 Q 37 541 0 566", RIGHT),
                        gold("M -1 560 L 1 636", RIGHT));
    }

    private void frontPocket(int side) {
        add(new Piece(cut.shape("M 104 214 Q 112 312 236 330 L 244 380 L 205 190 Z", side), DENIM))
                .grain(side * 0.1)
                .drape(drape(side))
                .lift(0)
                .shade(0.8)
                .seam(Seam.joint(cut.shape("M 213 206 Q 233 300 243 372", side)));
        if (side == LEFT) {
            add(new Piece(cut.shape("M 146 262 L 224 258 L 236 345 L 150 318 Z", side), DENIM))
                    .shade(0.88)
                    .lift(2)
                    .seam(gold("M 149 268 L 222 264", side), gold("M 149 274 L 222 270", side));
        }
        add(new Piece(cut.shape("M 80 222 L 108 218 Q 114 306 240 326 L 245 362 Q 96 352 80 222 Z", side), DENIM))
                .drape(drape(side))
                .lift(4)
                .seam(
                        gold("M 101 222 Q 108 314 240 334", side),
                        gold("M 92 222 Q 100 323 241 343", side));
        rivet(side * 100, 234, 5);
        rivet(side * 234, 338, 5);
    }

    private void waistband() {
        add(new Piece(cut.whole(WAISTBAND), DENIM))
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
        add(new Piece(cut.shape("M " + (x - 10) + " " + top + " L " + (x + 10) + " " + top + " L " + (x + 10) + " "
                        + (top + 66) + " L " + (x - 10) + " " + (top + 66) + " Z"), DENIM))
                .lift(5)
                .rounding(4)
                .seam(
                        gold("M " + (x - 5) + " " + (top + 3) + " L " + (x - 5) + " " + (top + 63), RIGHT),
                        gold("M " + (x + 5) + " " + (top + 3) + " L " + (x + 5) + " " + (top + 63), RIGHT));
    }

    private void rivet(int x, int y, double radius) {
        add(new Piece(cut.shape(Shirt.circle(x, y, radius)), BRASS))
                .lift(3)
                .rounding(radius / 2);
    }

    private void backYoke() {
        for (int side : new int[] {LEFT, RIGHT}) {
            add(new Piece(cut.shape("M -1 200 L 206 184 Q 222 236 230 276 Q 120 296 -1 356 Z", side), DENIM))
                    .grain(side * 0.12)
                    .drape(drape(side))
                    .lift(2)
                    .seam(gold("M 229 268 Q 118 288 2 346", side), gold("M 228 260 Q 116 280 2 337", side));
        }
        pieces.get(pieces.size() - 1)
                .seam(gold("M 5 230 L 5 350", RIGHT));
        pieces.get(1).seam(gold("M 6 340 Q 10 540 3 640", RIGHT), gold("M 14 340 Q 18 540 9 640", RIGHT));
    }

    private void backPocket(int side) {
        add(new Piece(cut.shape("M 66 372 Q 130 352 204 340 Q 216 430 208 500 L 150 548 L 80 520 Q 68 450 66 372 Z", side), DENIM))
                .grain(side * 0.12)
                .drape(drape(side))
                .lift(4)
                .rounding(3.5)
                .print(new Print(cut.shape("M 90 400 L 190 380 L 190 490 L 150 520 L 96 500 Z", side), FADED, 0.14, 30))
                .seam(
                        gold("M 71 386 Q 130 366 202 354", side),
                        gold("M 72 378 Q 76 450 86 515 L 150 541 L 202 496 Q 210 430 199 348", side),
                        gold("M 80 440 Q 120 450 142 476 Q 160 440 206 424", side),
                        gold("M 82 452 Q 120 462 142 490 Q 162 453 205 437", side));
    }

    private void patch() {
        add(new Piece(cut.shape("M 128 176 L 196 164 L 202 214 L 134 226 Z"), LEATHER))
                .lift(3)
                .rounding(3)
                .print(
                        new Print(cut.shape("M 144 188 L 184 181 L 185 187 L 145 194 Z"), Tone.of(0x2E1A0D), 0.7, 1),
                        new Print(cut.shape("M 152 202 L 180 197 L 181 201 L 153 206 Z"), Tone.of(0x2E1A0D), 0.6, 1))
                .seam(Seam.stitched(cut.shape("M 132 179 L 193 168 L 198 211 L 138 221 Z"), THREAD));
    }

    private static final List<Crease> FRONT_CREASES = List.of(
            Crease.of(9, 10, 30, 600, 110, 560, 200, 520),
            Crease.of(9, 10, -20, 610, -110, 570, -210, 560),
            Crease.of(9, 9, 40, 660, 120, 640, 200, 610),
            Crease.of(9, 9, -44, 670, -130, 650, -190, 660),
            Crease.of(8, 8, 70, 420, 140, 440, 230, 420),
            Crease.of(8, 8, -74, 430, -150, 450, -236, 440),
            Crease.of(12, 9, 260, 900, 180, 930, 100, 900),
            Crease.of(12, 9, -80, 930, -180, 970, -262, 940),
            Crease.of(11, 9, 90, 1010, 180, 1040, 256, 1000),
            Crease.of(11, 9, -264, 1060, -190, 1030, -100, 1060),
            Crease.of(10, 9, 110, 1290, 190, 1330, 262, 1290),
            Crease.of(10, 9, -110, 1330, -180, 1300, -262, 1340),
            Crease.of(15, 8, 170, 640, 190, 900, 176, 1300),
            Crease.of(15, 8, -170, 660, -186, 900, -190, 1300));

    private static final List<Crease> BACK_CREASES = List.of(
            Crease.of(10, 10, 10, 600, 100, 610, 190, 570),
            Crease.of(10, 10, -10, 610, -110, 620, -200, 590),
            Crease.of(10, 9, 30, 660, 110, 690, 210, 650),
            Crease.of(10, 9, -34, 680, -110, 690, -200, 700),
            Crease.of(11, 10, 80, 900, 170, 860, 260, 890),
            Crease.of(11, 10, -84, 880, -170, 850, -262, 890),
            Crease.of(11, 10, 90, 960, 170, 940, 262, 970),
            Crease.of(11, 10, -90, 950, -170, 920, -262, 960),
            Crease.of(10, 9, 106, 1300, 180, 1280, 262, 1320),
            Crease.of(10, 9, -112, 1280, -190, 1310, -264, 1270),
            Crease.of(15, 8, 180, 700, 196, 900, 190, 1300),
            Crease.of(15, 8, -176, 720, -180, 900, -186, 1300));
}
