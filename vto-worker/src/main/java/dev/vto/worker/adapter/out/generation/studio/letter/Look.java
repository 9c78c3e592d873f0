package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import java.util.List;
import java.util.Set;

/**
 * What is known of one product for a letter: what is on its photos, and nothing else.
 *
 * @param pieces in the order in which they are told
 * @param views the sides from which every piece was photographed
 */
public record Look(List<Piece> pieces, Set<View> views) {

    public Look {
        pieces = List.copyOf(pieces);
        views = Set.copyOf(views);
    }

    /** A garment with its colours, the most of it first. */
    public record Piece(Garment garment, List<ColorName> colors) {

        public Piece {
            colors = List.copyOf(colors);
        }
    }
}
