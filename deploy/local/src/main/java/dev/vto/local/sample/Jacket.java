package dev.vto.local.sample;

import static dev.vto.local.sample.Cut.LEFT;
import static dev.vto.local.sample.Cut.RIGHT;

import java.util.List;

/** A single-breasted herringbone jacket with two buttons. */
final class Jacket extends Pattern {

    private static final int SEED = 4400;
    private static final Fabric WOOL = Fabric.herringbone(0xCFC2AC, 0x746550);
    private static final Fabric LINING = Fabric.satin(0x77838E);
    private static final Fabric HORN = Fabric.plain(0x8C6C4A, 0.2);
    private static final Tone THREAD = Tone.of(0x8A7C69);
    private static final Tone GOLD = Tone.of(0xD8C79A);
    private static final Tone HOLE = Tone.of(0x1D130C);
    private static final double SLEEVE = 0.36;

    private static final String BACK = "M -4 318 L 0 318 Q 40 316 66 308 L 232 362 Q 196 470 226 586 Q 204 780 214 900 "
            + "Q 228 1080 233 1183 Q 234 1197 219 1199 Q 120 1210 -4 1208 Z";
    private static final String FRONT =
            "M 66 308 L 232 362 Q 196 470 226 586 Q 204 780 214 900 Q 228 1080 233 1183 Q 234 1197 219 1200 "
                    + "Q 130 1216 70 1206 Q 14 1180 -18 1040 Q -26 900 -22 760 L 40 560 Z";
    private static final String SLEEVE_PIECE =
            "M 206 352 Q 264 366 298 440 Q 392 690 473 936 Q 478 951 464 958 Q 420 980 386 986 "
                    + "Q 371 988 366 975 Q 290 780 206 610 L 130 570 L 130 370 Z";

    private final int seed;

    private Jacket(Cut cut, int seed) {
        super(cut);
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
        jacket.button(2, 782, 13, HORN);
        jacket.button(-1, 912, 13, HORN);
        return jacket.finished(FRONT_CREASES, 18);
    }

    static Garment back() {
        Jacket jacket = new Jacket(Cut.back(SEED), 151);
        jacket.sleeve(LEFT);
        jacket.sleeve(RIGHT);
        jacket.cuffButtons(LEFT);
        jacket.cuffButtons(RIGHT);
        jacket.backPanel();
        jacket.collarBack();
        return jacket.finished(BACK_CREASES, 18);
    }

    private Drape drape(int side) {
        return new Drape(new Noise(seed + side), side * 0.2, 110, 14);
    }

    private void inside() {
        lay(cut.whole("M -4 284 Q 44 284 66 308 L 120 340 L 80 820 L -4 830 Z"), LINING)
                .drape(new Drape(new Noise(seed + 7), 0.25, 70, 14))
                .shade(0.62);
        lay(cut.whole("M -4 292 Q 44 290 66 308 L 110 340 Q 60 408 -4 410 Z"), WOOL)
                .grain(1.57)
                .shade(0.42);
        lay(cut.whole("M -4 264 Q 52 266 70 292 Q 62 330 -4 336 Z"), WOOL)
                .grain(1.57)
                .shade(0.62)
                .lift(3);
        label(352, 64, 36, Fabric.satin(0x2B2320), GOLD)
                .shade(0.9)
                .seam(Seam.stitched(cut.shape("M -29 355 L 29 355 L 29 385 L -29 385 Z"), GOLD));
    }

    private void sleeve(int side) {
        lay(cut.shape(SLEEVE_PIECE, side), WOOL)
                .grain(side * SLEEVE)
                .drape(new Drape(new Noise(seed + 20 + side), side * 0.55, 84, 15))
                .lift(4)
                .rounding(3.5)
                .seam(Seam.joint(cut.shape("M 214 580 Q 316 780 398 984", side)));
    }

    private void cuffButtons(int side) {
        for (int i = 0; i < 4; i++) {
            button(side * (392 - i * 8), 962 - i * 22, 8, HORN);
        }
    }

    private void frontPanel(int side) {
        lay(cut.shape(FRONT, side), WOOL)
                .drape(drape(side))
                .lift(4)
                .rounding(4)
                .seam(
                        Seam.joint(cut.shape("M 132 500 Q 122 700 130 902", side)),
                        Seam.stitched(cut.shape("M 66 1199 Q 20 1176 -11 1040 Q -19 900 -15 772", side), THREAD),
                        Seam.joint(cut.shape("M 207 560 Q 168 760 176 930", side)));
        lay(cut.shape("M 72 934 L 206 926 Q 212 960 210 982 Q 140 992 76 988 Z", side), WOOL)
                .drape(drape(side))
                .lift(4)
                .rounding(3.5)
                .seam(Seam.stitched(cut.shape("M 80 940 L 82 981 Q 140 985 203 976 L 200 934", side), THREAD));
        lay(cut.shape("M 68 926 L 207 918 L 208 927 L 68 935 Z", side), WOOL)
                .grain(1.57)
                .lift(1.5);
    }

    private void breastPocket() {
        lay(cut.shape("M 118 566 L 196 548 L 199 570 L 121 589 Z"), WOOL)
                .grain(1.3)
                .lift(3)
                .rounding(3);
    }

    private void lapel(int side) {
        lay(
                        cut.shape(
                                "M -16 764 Q 36 600 58 420 L 70 344 L 98 404 L 164 414 Q 150 500 110 590 "
                                        + "Q 60 700 -16 764 Z",
                                side),
                        WOOL)
                .grain(side * -0.2)
                .drape(new Drape(new Noise(seed + 40 + side), side * -0.3, 120, 8))
                .lift(7)
                .rounding(6)
                .seam(Seam.stitched(cut.shape("M -4 744 Q 54 692 103 586 Q 141 500 154 421", side), THREAD))
                .print(new Print(cut.shape("M 120 436 L 143 429 L 144 432 L 121 439 Z", side), HOLE, 0.55, 0));
    }

    private void collar(int side) {
        lay(
                        cut.shape(
                                "M 57 298 Q 62 274 78 290 Q 90 306 94 318 Q 116 356 134 384 L 108 418 L 70 398 "
                                        + "Q 66 340 57 298 Z",
                                side),
                        WOOL)
                .grain(side * -0.6)
                .lift(6)
                .rounding(5)
                .seam(Seam.stitched(cut.shape("M 86 318 Q 108 358 125 385 L 106 409", side), THREAD));
    }

    private void backPanel() {
        lay(cut.whole(BACK), WOOL)
                .drape(drape(RIGHT))
                .lift(4)
                .rounding(4)
                .seam(Seam.joint(cut.shape("M 0 330 Q 8 620 2 960")), sideSeam(LEFT), sideSeam(RIGHT));
        lay(cut.shape("M -60 956 L 4 950 Q 8 1100 6 1210 L -60 1209 Z"), WOOL)
                .drape(drape(RIGHT))
                .lift(4)
                .seam(Seam.stitched(cut.shape("M -1 962 Q 3 1100 1 1202"), THREAD));
    }

    private Seam sideSeam(int side) {
        return Seam.joint(cut.shape("M 206 500 Q 140 600 144 820 Q 152 1040 160 1208", side));
    }

    private void collarBack() {
        lay(cut.shape("M -58 280 Q 0 258 58 280 Q 78 300 94 346 Q 0 372 -94 346 Q -78 300 -58 280 Z"), WOOL)
                .grain(1.57)
                .lift(6)
                .rounding(6)
                .seam(Seam.stitched(cut.shape("M -86 340 Q 0 364 86 340"), THREAD));
    }

    private static final List<Crease> FRONT_CREASES = List.of(
            Crease.of(15, 13, 24, 790, 110, 760, 196, 640),
            Crease.of(15, 13, -30, 800, -100, 770, -200, 700),
            Crease.of(14, 12, 20, 830, 120, 860, 204, 850),
            Crease.of(14, 12, -20, 830, -110, 850, -204, 880),
            Crease.of(20, 14, -120, 980, -140, 1090, -120, 1200),
            Crease.of(18, 14, 150, 990, 160, 1090, 176, 1200),
            Crease.of(14, 12, 190, 420, 160, 480, 176, 640),
            Crease.of(14, 12, -196, 430, -170, 500, -190, 620),
            Crease.of(13, 15, -226, 600, -270, 600, -350, 490),
            Crease.of(13, 15, 228, 590, 290, 590, 350, 520),
            Crease.of(14, 12, 258, 660, 320, 680, 390, 640),
            Crease.of(13, 13, 290, 760, 360, 720, 410, 730),
            Crease.of(13, 13, -280, 720, -360, 730, -400, 680),
            Crease.of(14, 12, -310, 800, -370, 760, -430, 800),
            Crease.of(14, 12, 350, 880, 380, 790, 440, 800),
            Crease.of(14, 12, -350, 890, -420, 900, -460, 850),
            Crease.of(16, 12, 280, 440, 330, 560, 360, 690),
            Crease.of(16, 12, -280, 440, -330, 580, -366, 720));

    private static final List<Crease> BACK_CREASES = List.of(
            Crease.of(18, 12, -10, 790, -90, 770, -210, 830),
            Crease.of(18, 12, 14, 800, 100, 800, 206, 740),
            Crease.of(16, 10, -20, 850, -100, 870, -206, 880),
            Crease.of(16, 10, 20, 860, 100, 880, 206, 840),
            Crease.of(22, 13, -180, 420, -110, 540, -100, 780),
            Crease.of(22, 13, 186, 410, 120, 560, 96, 760),
            Crease.of(18, 10, -60, 380, -60, 440, -190, 520),
            Crease.of(18, 10, 64, 384, 80, 440, 200, 500),
            Crease.of(24, 14, -90, 900, -110, 1050, -100, 1206),
            Crease.of(24, 14, 100, 900, 110, 1050, 130, 1206),
            Crease.of(13, 15, -230, 600, -280, 590, -350, 520),
            Crease.of(13, 15, 226, 600, 290, 600, 350, 500),
            Crease.of(14, 12, 250, 660, 320, 670, 380, 620),
            Crease.of(13, 13, 290, 770, 350, 720, 410, 740),
            Crease.of(13, 13, -280, 730, -360, 730, -400, 690),
            Crease.of(14, 12, -320, 810, -370, 770, -430, 810),
            Crease.of(14, 12, 350, 890, 390, 830, 440, 830),
            Crease.of(14, 12, -350, 880, -420, 900, -460, 860),
            Crease.of(16, 12, 280, 440, 330, 560, 360, 690),
            Crease.of(16, 12, -280, 440, -330, 580, -366, 720));
}
