package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.bytedeco.opencv.global.opencv_core.extractChannel;

import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.image.Pixels;
import java.awt.Color;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/** A person in a photo of the user's: garments are bent to how the person stands, and laid over the photo. */
public final class PhotographedPerson implements Figure {

    /** Pixels of a photo that a person is found in, those of the picture. */
    public static final int WIDTH = Body.WIDTH;

    public static final int HEIGHT = Body.HEIGHT;

    /** How far below the chin a neckline shows the neck, in the mannequin's pixels. */
    private static final double OPENING = 64;

    private final Layer photo;
    private final Layer person;
    private final PersonShape shape;
    private final Anchors anchors;

    private PhotographedPerson(int[] argb, PersonShape shape) {
        this.photo = Layer.opaque(argb);
        this.person = Layer.multiplied(argb);
        this.shape = shape;
        this.anchors = shape.anchors();
    }

    /**
     * Finds the parts of a person in a silhouette.
     *
     * @param photo 8-bit BGRA of the picture's size, whose alpha tells the person from the background
     * @return empty if the silhouette is not that of one whole, upright person
     */
    public static Optional<PhotographedPerson> in(Mat photo) {
        Mat alpha = new Mat();
        extractChannel(photo, alpha, 3);
        Silhouette silhouette = Silhouette.of(alpha);
        if (silhouette.height() < Body.HEIGHT / Silhouette.STEP / 3) {
            return Optional.empty();
        }
        PersonShape shape = new PersonShape(silhouette);
        return shape.isPerson() ? Optional.of(new PhotographedPerson(Pixels.toArgb(photo), shape)) : Optional.empty();
    }

    @Override
    public Layer before(Layer dressed, long seed) {
        return Layer.transparent().add(photo).add(dressed);
    }

    @Override
    public Layer body(Pose pose, View view, Layer garments) {
        return Layer.transparent().add(person);
    }

    @Override
    public Layer head() {
        Point neck = shape.neckInPicture();
        double half = shape.neckHalfInPicture();
        double opening = OPENING * shape.unit() * Silhouette.STEP;
        Area head = new Area(new Rectangle2D.Double(0, 0, Body.WIDTH, neck.y()));
        head.add(new Area(new Ellipse2D.Double(neck.x() - half, neck.y() - opening, 2 * half, 2 * opening)));
        return Layer.transparent().add(person).within(Layer.of(head, Color.BLACK));
    }

    @Override
    public Layer fitted(Layer garment, Anchors from) {
        return new Warp(from.all(), anchors.like(from).all()).apply(garment);
    }

    Anchors anchors() {
        return anchors;
    }
}
