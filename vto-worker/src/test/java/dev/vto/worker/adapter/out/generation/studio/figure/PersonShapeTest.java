package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnGarment;
import dev.vto.worker.adapter.out.generation.studio.cutout.DrawnPerson;
import dev.vto.worker.adapter.out.generation.studio.figure.Anchors.BodyPart;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonShapeTest {

    /** Of a person's height. */
    private static final double NEARLY = 0.025;

    private static final DrawnPerson STANDING = DrawnPerson.STANDING.in(Body.WIDTH, Body.HEIGHT, 500, 120, 1300);

    static Stream<Named<DrawnPerson>> persons() {
        return Stream.of(
                Named.of("standing", STANDING),
                Named.of("small, at the side", STANDING.in(Body.WIDTH, Body.HEIGHT, 640, 500, 800)),
                Named.of(
                        "arms out",
                        STANDING.in(Body.WIDTH, Body.HEIGHT, 512, 200, 1000).withArms(45)),
                Named.of("arms near the body", STANDING.withArms(6)),
                Named.of("stout, legs apart", STANDING.built(1.3).withLegs(0.09)),
                Named.of("slim, legs together", STANDING.built(0.9).withLegs(0.03)),
                Named.of("long hair", STANDING.withLongHair()));
    }

    @ParameterizedTest
    @MethodSource("persons")
    void isAPerson(DrawnPerson person) {
        assertThat(shape(person.transparent()).isPerson()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("persons")
    void findsHeadShouldersAndSides(DrawnPerson person) {
        List<Point> trunk = points(person, BodyPart.TRUNK);

        assertNear(person, trunk.get(0), 0, 0);
        assertThat(trunk.get(1).x()).isCloseTo(person.middle(), within(NEARLY * person.tall()));
        for (int side : new int[] {-1, 1}) {
            List<Point> edge = side < 0 ? trunk.subList(8, 16) : trunk.subList(16, 24);
            assertNear(
                    person,
                    edge.get(2),
                    side * DrawnPerson.SHOULDER_HALF * person.build(),
                    DrawnPerson.SHOULDER + 0.022);
            assertNear(person, edge.get(5), side * DrawnPerson.WAIST_HALF * person.build(), DrawnPerson.WAIST);
            assertNear(person, edge.get(7), side * DrawnPerson.HIP_HALF * person.build(), DrawnPerson.HIP);
        }
    }

    @ParameterizedTest
    @MethodSource("persons")
    void findsWristsAndAnkles(DrawnPerson person) {
        for (int side : new int[] {-1, 1}) {
            List<Point> arm = points(person, BodyPart.arm(side));
            List<Point> leg = points(person, BodyPart.leg(side));
            assertNear(person, arm.get(arm.size() - 2), side * person.wristOut(), person.wristDown());
            assertNear(person, leg.get(leg.size() - 3), side * person.legs(), 0.955);
        }
    }

    @Test
    void takesNoHandForALeg() {
        DrawnPerson person = STANDING.withArms(5);

        for (int side : new int[] {-1, 1}) {
            assertThat(points(person, BodyPart.leg(side)))
                    .as("side " + side)
                    .allMatch(point -> Math.abs(point.x() - person.middle()) < 0.105 * person.tall());
        }
    }

    @ParameterizedTest
    @EnumSource(DrawnGarment.class)
    void takesNoGarmentForAPerson(DrawnGarment garment) {
        assertThat(shape(garment.transparent(Color.RED)).isPerson()).isFalse();
    }

    @Test
    void takesNoHeadOrBallForAPerson() {
        BufferedImage ball = new BufferedImage(Body.WIDTH, Body.HEIGHT, BufferedImage.TYPE_INT_ARGB);
        ball.createGraphics().fill(new Ellipse2D.Double(200, 300, 600, 900));

        assertThat(shape(ball).isPerson()).isFalse();
    }

    private static List<Point> points(DrawnPerson person, BodyPart part) {
        return Objects.requireNonNull(
                shape(person.transparent()).anchors().points().get(part));
    }

    private static PersonShape shape(BufferedImage image) {
        Mat alpha = new Mat();
        opencv_core.extractChannel(Pixels.toMat(image), alpha, 3);
        return new PersonShape(Silhouette.of(alpha));
    }

    private static void assertNear(DrawnPerson person, Point found, double fromMiddle, double fromTop) {
        Point wanted = new Point(person.x(fromMiddle), person.y(fromTop));
        assertThat(found.distance(wanted) / person.tall())
                .as("%s is near %s", found, wanted)
                .isLessThan(NEARLY);
    }
}
