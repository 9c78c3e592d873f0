package dev.vto.local.sample;

import static dev.vto.local.sample.Cut.LEFT;
import static dev.vto.local.sample.Cut.RIGHT;

import java.util.ArrayList;
import java.util.List;

/** A single-breasted herringbone jacket with two buttons. */
final class Jacket {

    private static final int SEED = 4400;
    private static final Fabric WOOL = Fabric.herringbone(0xCFC2AC, 0x746550);
    private static final Fabric LINING = Fabric.satin(0x5B4A44);
    private static final Fabric HORN = Fabric.plain(0x4A3526, 0.22);
    private static final Tone THREAD = Tone.of(0x8A7C69);
    private static final Tone HOLE = Tone.of(0x1D130C);
    private static final double SLEEVE = 0.36;

    private static final String BACK = "M -4 318 L 0 318 Q 40 316 66 308 L 232 362 Q 196 470 226 586 Q 204 780 214 900 "
            + "Q 228 1080 234 1196 Q 120 1210 -4 1208 Z";
    private static final String FRONT = "M 66 308 L 232 362 Q 196 470 226 586 Q 204 780 214 900 Q 228 1080 234 1196 "
            + "Q 130 1216 70 1206 Q 14 1180 -18 1040 Q -26 900 -22 760 L 40 560 Z";
    private static final String SLEEVE_PIECE =
            "M 206 352 Q 264 366 298 440 Q 392 690 478 950 Q 430 980 372 988 Q 290 780 206 610 L 130 570 L 130 370 Z";

    private final Cut cut;
    private final int seed;
    private final List<Piece> pieces = new ArrayList<>();

    private Jacket(Cut cut, int seed) {
        this.cut = cut;
        this.seed = seed;
    }

    static Garment front() {
        Jacket jacket = new Jacket(Cut.front(SEED), 131);
        jacket.inside();
        jacket.sleeve(LEFT);
        jacket.sleeve(RIGHT);
        jacket.frontPanel(LEFT);
        jacket.lapel(LEFT);
        jacket.frontPanel(RIGHT);
        jacket.breastPocket();
        jacket.lapel(RIGHT);
        jacket.collar(LEFT);
        jacket.collar(RIGHT);
        jacket.button(2, 782, 13);
        jacket.button(-1, 912, 13);
        return new Garment(jacket.pieces, FRONT_CREASES, 18);
    }

    static Garment back() {
        Jacket jacket = new Jacket(Cut.back(SEED), 151);
        jacket.sleeve(LEFT);
        jacket.sleeve(RIGHT);
        jacket.cuffButtons(LEFT);
        jacket.cuffButtons(RIGHT);
        jacket.backPanel();
        jacket.collarBack();
        return new Garment(jacket.pieces, BACK_CREASES, 18);
    }

    private Piece add(Piece piece) {
        pieces.add(piece);
        return piece;
    }

    private Drape drape(int side) {
        return new Drape(new Noise(seed + side), side * 0.2, 110, 14);
    }

    private void inside() {
        add(new Piece(cut.whole("M -4 284 Q 44 284 66 308 L 120 340 L 80 820 L -4 830 Z"), LINING))
                .drape(new Drape(new Noise(seed + 7), 0.25, 70, 14))
                .shade(0.5);
        add(new Piece(cut.whole("M -4 292 Q 44 290 66 308 L 110 340 Q 60 408 -4 410 Z"), WOOL))
                .grain(1.57)
                .shade(0.42);
        add(new Piece(cut.whole("M -4 264 Q 52 266 70 292 Q 62 330 -4 336 Z"), WOOL))
                .grain(1.57)
                .shade(0.62)
                .lift(3);
        add(new Piece(cut.shape("M -32 352 L 32 352 L 32 388 L -32 388 Z"), Fabric.satin(0x2B2320)))
                .shade(0.9)
                .lift(1.5)
                .print(
                        new Print(cut.shape("M -21 363 L 21 363 L 21 369 L -21 369 Z"), Tone.of(0xD8C79A), 0.9, 0),
                        new Print(cut.shape("M -11 376 L 11 376 L 11 378 L -11 378 Z"), Tone.of(0xD8C79A), 0.8, 0))
                .seam(Seam.stitched(cut.shape("M -29 355 L 29 355 L 29 385 L -29 385 Z"), Tone.of(0xD8C79A)));
    }

    private void sleeve(int side) {
        add(new Piece(cut.shape(SLEEVE_PIECE, side), WOOL))
                .grain(side * SLEEVE)
                .drape(new Drape(new Noise(seed + 20 + side), side * 0.55, 84, 15))
                .lift(4)
                .rounding(3.5)
                .seam(Seam.joint(cut.shape("M 214 580 Q 316 780 398 984", side)));
    }

    private void cuffButtons(int side) {
        for (int i = 0; i < 4; i++) {
            button(side * (392 - i * 8), 962 - i * 22, 8);
        }
    }

    private void frontPanel(int side) {
        add(new Piece(cut.shape(FRONT, side), WOOL))
                .drape(drape(side))
                .lift(4)
                .rounding(4)
                .seam(
                        Seam.joint(cut.shape("M 132 500 Q 122 700 130 902", side)),
                        Seam.stitched(cut.shape("M 66 1199 Q 20 1176 -11 1040 Q -19 900 -15 772", side), THREAD),
                        Seam.joint(cut.shape("M 207 560 Q 168 760 176 930", side)));
        add(new Piece(cut.shape("M 72 934 L 206 926 Q 212 960 210 982 Q 140 992 76 988 Z", side), WOOL))
                .drape(drape(side))
                .lift(4)
                .rounding(3.5)
                .seam(Seam.stitched(cut.shape("M 80 940 L 82 981 Q 140 985 203 976 L 200 934", side), THREAD));
        add(new Piece(cut.shape("M 68 926 L 207 918 L 208 927 L 68 935 Z", side), WOOL))
                .grain(1.57)
                .lift(1.5);
    }

    private void breastPocket() {
        add(new Piece(cut.shape("M 118 566 L 196 548 L 199 570 L 121 589 Z"), WOOL))
                .grain(1.3)
                .lift(3)
                .rounding(3);
    }

    private void lapel(int side) {
        add(new Piece(
                        cut.shape(
                                "M -16 764 Q 36 600 58 420 L 70 344 L 98 404 L 164 414 Q 150 500 110 590 Q 60 700 -16 764 Z",
                                side),
                        WOOL))
                .grain(side * -0.2)
                .drape(new Drape(new Noise(seed + 40 + side), side * -0.3, 120, 8))
                .lift(7)
                .rounding(6)
                .seam(Seam.stitched(cut.shape("M -4 744 Q 54 692 103 586 Q 141 500 154 421", side), THREAD))
                .print(new Print(cut.shape("M 120 436 L 143 429 L 144 432 L 121 439 Z", side), HOLE, 0.55, 0));
    }

    private void collar(int side) {
        add(new Piece(
                        cut.shape("M 57 298 Q 62 274 78 290 Q 90 306 94 318 Q 116 356 134 384 L 108 418 L 70 398 Q 66 340 57 298 Z", side),
                        WOOL))
                .grain(side * -0.6)
                .lift(6)
                .rounding(5)
                .seam(Seam.stitched(cut.shape("M 86 318 Q 108 358 125 385 L 106 409", side), THREAD));
    }

    private void backPanel() {
        add(new Piece(cut.whole(BACK), WOOL))
                .drape(drape(RIGHT))
                .lift(4)
                .rounding(4)
                .seam(
                        Seam.joint(cut.shape("M 0 330 Q 8 620 2 960")),
                        sideSeam(LEFT),
                        sideSeam(RIGHT));
        add(new Piece(cut.shape("M 0 950 L 4 950 L 236 1188 Q 120 1210 -2 1208 Z"), WOOL))
                .drape(drape(RIGHT))
                .lift(0)
                .rounding(1);
        add(new Piece(cut.shape("M -60 956 L 4 950 Q 8 1100 6 1210 L -60 1209 Z"), WOOL))
                .drape(drape(RIGHT))
                .lift(4)
                .seam(Seam.stitched(cut.shape("M -1 962 Q 3 1100 1 1202"), THREAD));
    }

    private Seam sideSeam(int side) {
        return Seam.joint(cut.shape("M 206 500 Q 140 600 144 820 Q 152 1040 160 1208", side));
    }

    private void collarBack() {
        add(new Piece(cut.shape("M -58 280 Q 0 258 58 280 Q 78 300 94 346 Q 0 372 -94 346 Q -78 300 -58 280 Z"), WOOL))
                .grain(1.57)
                .lift(6)
                .rounding(6)
                .seam(Seam.stitched(cut.shape("M -86 340 Q 0 364 86 340"), THREAD));
    }

    private void button(int x, int y, double radius) {
        double hole = radius / 4.5;
        add(new Piece(cut.shape(Shirt.circle(x, y, radius)), HORN))
                .lift(4)
                .rounding(radius / 3)
                .print(
                        new Print(cut.shape(Shirt.circle(x - hole, y - hole, 1.5)), HOLE, 0.9, 0),
                        new Print(cut.shape(Shirt.circle(x + hole, y - hole, 1.5)), HOLE, 0.9, 0),
                        new Print(cut.shape(Shirt.circle(x - hole, y + hole, 1.5)), HOLE, 0.9, 0),
                        new Print(cut.shape(Shirt.circle(x + hole, y + hole, 1.5)), HOLE, 0.9, 0));
    }

    private static final List<Crease> FRONT_CREASES = List.of(
            Crease.of(13, 14, 30, 790, 110, 760, 180, 680),
            Crease.of(13, 14, -30, 800, -100, 760, -190, 720),
            Crease.of(12, 12, 20, 830, 110, 850, 196, 830),
            Crease.of(12, 12, -20, 830, -110, 850, -196, 860),
            Crease.of(14, 12, -120, 1010, -130, 1100, -110, 1190),
            Crease.of(14, 12, 140, 1010, 150, 1100, 160, 1190),
            Crease.of(11, 16, -240, 610, -290, 570, -320, 620),
            Crease.of(11, 16, 244, 590, 300, 570, 330, 630),
            Crease.of(11, 15, 300, 740, 340, 720, 390, 740),
            Crease.of(11, 15, -306, 730, -350, 750, -400, 720),
            Crease.of(11, 15, 340, 850, 380, 800, 410, 790),
            Crease.of(11, 15, -350, 860, -390, 860, -430, 820));

    private static final List<Crease> BACK_CREASES = List.of(
            Crease.of(13, 14, -20, 800, -90, 780, -180, 820),
            Crease.of(13, 14, 24, 780, 100, 800, 190, 770),
            Crease.of(14, 14, -120, 560, -130, 660, -100, 760),
            Crease.of(14, 14, 130, 580, 120, 680, 100, 740),
            Crease.of(12, 12, -60, 420, -90, 450, -190, 440),
            Crease.of(12, 12, 70, 430, 110, 470, 200, 450),
            Crease.of(11, 16, -246, 600, -290, 600, -330, 560),
            Crease.of(11, 16, 240, 620, 290, 580, 330, 600),
            Crease.of(11, 15, 310, 760, 350, 720, 390, 720),
            Crease.of(11, 15, -300, 740, -360, 720, -400, 770),
            Crease.of(11, 15, 350, 880, 390, 860, 430, 820),
            Crease.of(11, 15, -360, 880, -380, 830, -430, 830));
}
