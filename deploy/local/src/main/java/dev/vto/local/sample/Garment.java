package dev.vto.local.sample;

import java.util.List;

/**
 * A garment as it lies before the camera.
 *
 * @param pieces from the bottom to the top
 * @param creases that go through all pieces
 * @param body how far the whole stands off the ground, in pixels
 */
record Garment(List<Piece> pieces, List<Crease> creases, double body) {

    /** @return 1 where the garment is, 0 where it is not */
    Field silhouette() {
        Field all = new Field(Studio.FRAME);
        for (Piece piece : pieces) {
            all.unite(Field.filled(piece.shape, piece.window()));
        }
        return all;
    }
}
