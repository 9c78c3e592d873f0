package dev.vto.worker.adapter.out.generation.studio.figure;

/**
 * Proportions of the mannequin in pixels of a {@value #WIDTH} x {@value #HEIGHT} picture: a figure of eight heads that
 * stands upright in the middle.
 */
final class Body {

    static final int WIDTH = 1024;
    static final int HEIGHT = 1536;

    static final double MIDDLE = WIDTH / 2.0;
    static final double HEAD_TOP = 92;
    static final double CHIN = 262;
    static final double NECK = 316;
    static final double SHOULDER = 352;
    static final double SHOULDER_HALF = 132;
    static final double CHEST = 450;
    static final double CHEST_HALF = 112;
    static final double WAIST = 600;
    static final double WAIST_HALF = 90;
    static final double HIP = 728;
    static final double HIP_HALF = 116;
    static final double CROTCH = 806;
    static final double LEG_HALF = 58;
    static final double KNEE = 1084;
    static final double ANKLE = 1392;
    static final double SOLE = 1446;
    /** From shoulder joint to wrist. */
    static final double ARM = 430;

    private Body() {}
}
