package dev.vto.worker.adapter.out.generation.studio.figure;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.figure.Anchors.BodyPart;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;

/** Dresses a figure: places each piece, fits it on the figure, and lays them over each other. */
public final class Dresser {

    /** The outermost piece decides where the arms are. */
    private static final List<Garment> SLEEVES = List.of(Garment.OUTER, Garment.ONEPIECE, Garment.UPPER);

    private static final List<Garment> LEGS = List.of(Garment.BOTTOM, Garment.ONEPIECE);

    private final Figure figure;

    public Dresser(Figure figure) {
        this.figure = figure;
    }

    /** A piece in its place. */
    private record Piece(GarmentShape shape, Placement placement, Layer layer) {

        static Piece of(Garment garment, Mat cutout) {
            GarmentShape shape = GarmentShape.of(cutout);
            Placement placement = Placement.of(garment, shape);
            return new Piece(shape, placement, Layer.of(placement.drawn(cutout)));
        }

        Optional<Point> sleeveEnd(int side) {
            return shape.sleeveEnd(side).map(placement::inPicture);
        }

        Optional<Point> legEnd(int side) {
            return shape.legEnd(side).map(placement::inPicture);
        }
    }

    /**
     * The finished picture.
     *
     * @param cutouts by garment, 8-bit BGRA, cropped, colours multiplied by alpha
     * @param seed chooses the backdrop
     */
    public Layer dress(Map<Garment, Mat> cutouts, View view, long seed) {
        Map<Garment, Piece> pieces = new EnumMap<>(Garment.class);
        cutouts.forEach((garment, cutout) -> pieces.put(garment, Piece.of(garment, cutout)));
        tuckUnderOuter(pieces);
        pieces.replaceAll((garment, piece) -> fitted(garment, piece));
        Layer worn = Layer.transparent();
        pieces.values().forEach(piece -> worn.add(piece.layer()));
        Layer dressed = figure.body(pose(pieces), view, worn);
        if (view == View.BACK) {
            dressed.add(figure.head());
        }
        for (Piece piece : pieces.values()) {
            Layer layer = piece.layer().rounded(46, 0.3);
            dressed.shadow(layer, 3, 7, 9, 0.42).add(layer);
        }
        if (view == View.FRONT) {
            dressed.add(figure.head());
        }
        return figure.before(dressed, seed);
    }

    /** Sleeves and trouser legs follow arms and legs; a garment without them follows the trunk alone. */
    private Piece fitted(Garment garment, Piece piece) {
        Set<BodyPart> parts = EnumSet.of(BodyPart.TRUNK);
        for (int side : new int[] {-1, 1}) {
            if (SLEEVES.contains(garment) && piece.sleeveEnd(side).isPresent()) {
                parts.add(BodyPart.arm(side));
            }
            if (LEGS.contains(garment) && piece.legEnd(side).isPresent()) {
                parts.add(BodyPart.leg(side));
            }
        }
        Anchors from = Anchors.ofMannequin(pose(Map.of(garment, piece)), parts, piece.layer());
        return new Piece(piece.shape(), piece.placement(), figure.fitted(piece.layer(), from));
    }

    private static Pose pose(Map<Garment, Piece> pieces) {
        Pose pose = Pose.STANDING;
        for (int side : new int[] {-1, 1}) {
            Point shoulder = Mannequin.shoulderJoint(side);
            Optional<Point> sleeve = first(SLEEVES, pieces, side, Piece::sleeveEnd);
            if (sleeve.isPresent()) {
                double out = (sleeve.get().x() - shoulder.x()) * side;
                double down = sleeve.get().y() - shoulder.y();
                pose = pose.withArm(side, Math.toDegrees(Math.atan2(out, Math.max(1, down))));
            }
            Point hip = Mannequin.hipJoint(side);
            Optional<Point> leg = first(LEGS, pieces, side, Piece::legEnd);
            if (leg.isPresent()) {
                double slope = (leg.get().x() - hip.x()) / Math.max(1, leg.get().y() - hip.y());
                pose = pose.withAnkle(side, hip.x() + slope * (Body.ANKLE - hip.y()) - Body.MIDDLE);
            }
        }
        return pose;
    }

    /** A part of a piece that may be there. */
    private interface Part {
        Optional<Point> of(Piece piece, int side);
    }

    private static Optional<Point> first(List<Garment> order, Map<Garment, Piece> pieces, int side, Part part) {
        return order.stream()
                .map(pieces::get)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(piece -> part.of(piece, side));
    }

    /** Sleeves and sides of what is worn below stay within the jacket; a skirt falls from under its hem. */
    private static void tuckUnderOuter(Map<Garment, Piece> pieces) {
        Piece outer = pieces.get(Garment.OUTER);
        if (outer == null) {
            return;
        }
        Within within = new Within(outer.layer());
        Piece upper = pieces.get(Garment.UPPER);
        if (upper != null) {
            upper.layer().keep(within);
        }
        Piece onepiece = pieces.get(Garment.ONEPIECE);
        if (onepiece != null) {
            onepiece.layer().keep((x, y) -> within.keeps(x, y) || within.falls(x, y));
        }
    }

    /** Pixels between the two edges of another picture, row by row; above and below it, what is near the middle. */
    private static final class Within implements Layer.PixelTest {

        /** How fast cloth that was held spreads again, as part of the way down. */
        private static final double FLARE = 0.6;
        /** A hem is round: it is as wide as the rows above it. */
        private static final int HEM = 40;

        private final int[] first = new int[Body.HEIGHT];
        private final int[] last = new int[Body.HEIGHT];
        private final int hem;
        private final int hemLeft;
        private final int hemRight;

        Within(Layer layer) {
            int lowest = 0;
            for (int y = 0; y < Body.HEIGHT; y++) {
                first[y] = (int) (Body.MIDDLE - Body.SHOULDER_HALF);
                last[y] = (int) (Body.MIDDLE + Body.SHOULDER_HALF);
                for (int x = Body.WIDTH - 1; x >= 0; x--) {
                    if (layer.alpha(x, y) >= 128) {
                        first[y] = x;
                    }
                }
                for (int x = 0; x < Body.WIDTH; x++) {
                    if (layer.alpha(x, y) >= 128) {
                        last[y] = x;
                        lowest = y;
                    }
                }
            }
            this.hem = lowest;
            int above = Math.max(0, hem - HEM);
            this.hemLeft = Arrays.stream(first, above, hem + 1).min().orElseThrow();
            this.hemRight = Arrays.stream(last, above, hem + 1).max().orElseThrow();
        }

        @Override
        public boolean keeps(int x, int y) {
            return x >= first[y] && x <= last[y];
        }

        /** Whether what falls from under the hem reaches a pixel beside or below it. */
        boolean falls(int x, int y) {
            double spread = FLARE * Math.max(0, y - hem);
            return y > hem - HEM && x >= hemLeft - spread && x <= hemRight + spread;
        }
    }
}
