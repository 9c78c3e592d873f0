package dev.vto.worker.adapter.out.generation.studio.figure;

/**
 * How the mannequin stands. It takes the pose of what it wears, so that arms run through sleeves and legs through
 * trouser legs.
 *
 * @param leftArm degrees from hanging straight down, outwards; left and right are the viewer's
 * @param rightArm likewise
 * @param leftAnkle pixels from the middle, negative to the left
 * @param rightAnkle likewise
 */
record Pose(double leftArm, double rightArm, double leftAnkle, double rightAnkle) {

    static final Pose STANDING = new Pose(14, 14, -54, 54);

    private static final double LEAST_ARM = 9;
    private static final double MOST_ARM = 80;
    private static final double LEAST_ANKLE = 40;
    private static final double MOST_ANKLE = 150;

    Pose {
        leftArm = Math.max(LEAST_ARM, Math.min(MOST_ARM, leftArm));
        rightArm = Math.max(LEAST_ARM, Math.min(MOST_ARM, rightArm));
        leftAnkle = -Math.max(LEAST_ANKLE, Math.min(MOST_ANKLE, -leftAnkle));
        rightAnkle = Math.max(LEAST_ANKLE, Math.min(MOST_ANKLE, rightAnkle));
    }

    Pose withArm(int side, double degrees) {
        return side < 0
                ? new Pose(degrees, rightArm, leftAnkle, rightAnkle)
                : new Pose(leftArm, degrees, leftAnkle, rightAnkle);
    }

    Pose withAnkle(int side, double offset) {
        return side < 0
                ? new Pose(leftArm, rightArm, offset, rightAnkle)
                : new Pose(leftArm, rightArm, leftAnkle, offset);
    }
}
