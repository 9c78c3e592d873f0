package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import java.util.List;

/**
 * What is known of one product for a letter: what is on its photos, and nothing else.
 *
 * @param pieces in wearing order
 * @param fromBehind whether every piece was photographed from behind too
 */
record Look(List<Piece> pieces, boolean fromBehind) {

    Look {
        pieces = List.copyOf(pieces);
    }

    /** A garment with its colours, the most of it first. */
    record Piece(Garment garment, List<ColorName> colors) {

        Piece {
            colors = List.copyOf(colors);
        }
    }
}
