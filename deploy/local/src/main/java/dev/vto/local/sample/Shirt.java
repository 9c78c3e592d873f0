package dev.vto.local.sample;

import static dev.vto.local.sample.Cut.LEFT;
import static dev.vto.local.sample.Cut.RIGHT;

import java.util.List;

/** A chambray shirt, buttoned, with a chest pocket. */
final class Shirt extends Pattern {

    private static final int SEED = 1100;
    private static final Fabric CLOTH = Fabric.chambray(0x3F648C);
    private static final Fabric BUTTON = Fabric.plain(0xE4E0D6, 0.25);
    private static final Tone THREAD = Tone.of(0x8FABC6);
    private static final double SLEEVE = 0.4;

    private static final String BODY = "M -4 336 L 0 336 Q 40 335 68 314 L 222 366 Q 190 470 216 578 "
            + "Q 196 800 204 920 Q 212 1020 222 1096 C 216 1140 150 1188 0 1190 L -4 1190 Z";
    private static final String SLEEVE_PIECE =
            "M 206 360 Q 258 376 282 438 Q 380 690 486 928 L 384 976 Q 296 776 202 594 L 130 560 L 130 372 Z";
    private static final String CUFF =
            "M 481 918 L 503 964 Q 508 976 498 982 Q 452 1010 416 1019 Q 404 1022 399 1010 L 378 964 "
                    + "Q 430 950 481 918 Z";

    private final Drape bodyDrape;

    private Shirt(Cut cut, int seed) {
        super(cut);
        this.bodyDrape = new Drape(new Noise(seed), 0.16, 74, 15);
    }

    static Garment front() {
        Shirt shirt = new Shirt(Cut.front(SEED), 21);
        shirt.neckInside();
        shirt.sleeve(LEFT, 5);
        shirt.sleeve(RIGHT, 6);
        shirt.body();
        shirt.pocket();
        shirt.placket();
        shirt.collarFront();
        return shirt.finished(FRONT_CREASES, 13);
    }

    static Garment back() {
        Shirt shirt = new Shirt(Cut.back(SEED), 43);
        shirt.sleeve(LEFT, 7);
        shirt.sleeve(RIGHT, 8);
        shirt.sleeveSlit(LEFT);
        shirt.sleeveSlit(RIGHT);
        shirt.body();
        shirt.yoke();
        shirt.collarBack();
        return shirt.finished(BACK_CREASES, 13);
    }

    private void neckInside() {
        lay(cut.whole("M -4 268 Q 46 268 70 304 L 92 330 L 40 370 L -4 376 Z"), CLOTH)
                .shade(0.52)
                .seam(Seam.joint(cut.shape("M -70 318 Q 0 346 70 318")));
        lay(cut.shape("M -58 286 Q 0 262 58 286 Q 66 300 66 308 Q 0 332 -66 308 Q -66 300 -58 286 Z"), CLOTH)
                .grain(1.57)
                .shade(0.74)
                .seam(Seam.stitched(cut.shape("M -60 303 Q 0 325 60 303"), THREAD));
        label(297, 46, 28, Fabric.plain(0xEFEBE2, 0), Tone.of(0x33475C)).shade(0.85);
    }

    private void sleeve(int side, int seed) {
        lay(cut.shape(SLEEVE_PIECE, side), CLOTH)
                .grain(side * SLEEVE)
                .drape(new Drape(new Noise(seed), side * 0.62, 62, 14));
        lay(cut.shape(CUFF, side), CLOTH)
                .grain(side * (SLEEVE + 1.57))
                .drape(new Drape(new Noise(seed + 1), side * 0.5, 60, 5))
                .lift(3)
                .seam(
                        Seam.stitched(cut.shape("M 388 970 Q 436 955 483 926", side), THREAD),
                        Seam.stitched(cut.shape("M 500 969 Q 450 1003 405 1012", side), THREAD));
    }

    private void sleeveSlit(int side) {
        lay(cut.shape("M 420 842 L 433 835 L 470 934 L 456 944 Z", side), CLOTH)
                .grain(side * SLEEVE)
                .seam(Seam.stitched(cut.shape("M 424 846 L 432 842 L 465 932", side), THREAD));
        button(side * 472, 985, 8.6, BUTTON);
    }

    private void body() {
        lay(cut.whole(BODY), CLOTH)
                .drape(bodyDrape)
                .lift(3)
                .seam(
                        Seam.stitched(cut.shape("M 213 372 Q 182 470 207 574", RIGHT), THREAD),
                        Seam.stitched(cut.shape("M 213 372 Q 182 470 207 574", LEFT), THREAD),
                        Seam.stitched(
                                cut.shape("M -213 1096 C -206 1134 -146 1180 0 1182 C 146 1180 206 1134 213 1096"),
                                THREAD));
    }

    private void pocket() {
        lay(cut.shape("M 62 514 L 166 510 L 167 612 L 115 640 L 63 616 Z"), CLOTH)
                .drape(bodyDrape)
                .lift(3)
                .seam(
                        Seam.stitched(cut.shape("M 66 532 L 163 528"), THREAD),
                        Seam.stitched(cut.shape("M 67 518 L 68 613 L 115 635 L 162 609 L 161 515"), THREAD));
    }

    private void placket() {
        lay(cut.shape("M -21 346 Q 0 352 21 344 L 21 1190 Q 0 1192 -21 1190 Z"), CLOTH)
                .drape(bodyDrape)
                .lift(3.5)
                .seam(
                        Seam.stitched(cut.shape("M -15 350 L -15 1187"), THREAD),
                        Seam.stitched(cut.shape("M 15 350 L 15 1187"), THREAD));
        for (int y = 428; y < 1120; y += 112) {
            button(0, y, 8.6, BUTTON);
        }
    }

    private void collarFront() {
        lay(cut.shape("M -62 316 Q -50 352 -18 372 L 22 368 Q 50 352 62 316 Q 40 348 0 352 Q -40 348 -62 316 Z"), CLOTH)
                .grain(1.2)
                .shade(0.93);
        button(0, 361, 8.6, BUTTON);
        collarLeaf(LEFT);
        collarLeaf(RIGHT);
    }

    private void collarLeaf(int side) {
        lay(cut.shape("M 3 354 Q 46 330 57 284 Q 76 288 88 318 Q 102 370 106 428 Q 52 408 3 354 Z", side), CLOTH)
                .grain(side * -0.7)
                .lift(5)
                .rounding(4)
                .seam(Seam.stitched(cut.shape("M 11 354 Q 54 398 98 417 Q 94 368 81 321", side), THREAD));
    }

    private void yoke() {
        lay(cut.whole("M -4 300 L 68 314 L 222 366 Q 205 412 201 452 Q 100 470 -4 472 Z"), CLOTH)
                .grain(1.57)
                .drape(bodyDrape)
                .lift(2.5)
                .seam(
                        Seam.stitched(cut.shape("M -196 445 Q -100 463 0 465 Q 100 463 196 445"), THREAD),
                        Seam.stitched(cut.shape("M 213 372 Q 198 412 193 446", RIGHT), THREAD),
                        Seam.stitched(cut.shape("M 213 372 Q 198 412 193 446", LEFT), THREAD));
        lay(cut.shape("M -6 468 L 6 468 L 6 498 L -6 498 Z"), CLOTH).lift(3);
    }

    private void collarBack() {
        lay(cut.shape("M -62 284 Q 0 262 62 284 Q 78 300 92 336 Q 0 366 -92 336 Q -78 300 -62 284 Z"), CLOTH)
                .grain(1.57)
                .drape(new Drape(new Noise(3), 0.2, 80, 4))
                .lift(5)
                .rounding(5)
                .seam(Seam.stitched(cut.shape("M -83 331 Q 0 358 83 331"), THREAD));
    }

    private static final List<Crease> FRONT_CREASES = List.of(
            Crease.of(11, 12, -206, 600, -120, 570, -40, 440),
            Crease.of(12, 12, 208, 600, 130, 600, 50, 720),
            Crease.of(11, 11, -204, 640, -110, 660, -40, 760),
            Crease.of(10, 10, 200, 640, 120, 660, 40, 620),
            Crease.of(13, 11, -200, 900, -90, 860, 10, 940),
            Crease.of(13, 11, 200, 960, 110, 1010, -20, 980),
            Crease.of(12, 10, 196, 860, 100, 850, 30, 900),
            Crease.of(12, 10, -70, 700, -84, 860, -60, 1120),
            Crease.of(14, 11, 110, 690, 130, 850, 96, 1120),
            Crease.of(12, 9, -140, 920, -150, 1020, -130, 1150),
            Crease.of(10, 9, -150, 400, -120, 450, -110, 540),
            Crease.of(10, 13, -218, 590, -270, 580, -330, 470),
            Crease.of(10, 13, 214, 580, 290, 580, 340, 510),
            Crease.of(10, 11, -244, 650, -310, 670, -370, 620),
            Crease.of(11, 12, 270, 700, 340, 690, 400, 720),
            Crease.of(11, 12, -280, 740, -350, 720, -420, 790),
            Crease.of(10, 11, 310, 800, 380, 760, 430, 790),
            Crease.of(10, 11, -350, 890, -400, 830, -440, 850),
            Crease.of(11, 10, 360, 900, 420, 880, 450, 820),
            Crease.of(12, 10, 262, 430, 310, 560, 350, 700),
            Crease.of(12, 10, -266, 430, -310, 560, -340, 680));

    private static final List<Crease> BACK_CREASES = List.of(
            Crease.open(10, 12, -13, 476, -16, 700, -30, 1190),
            Crease.open(10, 12, 15, 476, 18, 700, 36, 1190),
            Crease.of(12, 12, -206, 610, -130, 600, -50, 500),
            Crease.of(12, 12, 208, 600, 120, 620, 50, 540),
            Crease.of(12, 10, -200, 660, -120, 690, -60, 650),
            Crease.of(14, 12, 200, 810, 110, 860, 50, 790),
            Crease.of(14, 11, -204, 990, -110, 930, -50, 1010),
            Crease.of(13, 10, 206, 990, 130, 1010, 60, 960),
            Crease.of(14, 11, -120, 620, -140, 820, -110, 1130),
            Crease.of(14, 11, 130, 700, 110, 860, 140, 1130),
            Crease.of(12, 9, -70, 760, -80, 900, -74, 1050),
            Crease.of(10, 13, -214, 580, -280, 570, -340, 500),
            Crease.of(10, 13, 216, 590, 290, 590, 330, 490),
            Crease.of(10, 11, 240, 650, 310, 660, 370, 630),
            Crease.of(11, 12, 290, 760, 360, 750, 410, 690),
            Crease.of(11, 12, -270, 730, -350, 700, -400, 730),
            Crease.of(10, 11, -320, 800, -380, 790, -430, 750),
            Crease.of(10, 11, 360, 890, 410, 840, 450, 830),
            Crease.of(11, 10, -360, 910, -430, 870, -440, 800),
            Crease.of(12, 10, 262, 430, 310, 560, 350, 700),
            Crease.of(12, 10, -266, 430, -310, 560, -340, 680));
}
