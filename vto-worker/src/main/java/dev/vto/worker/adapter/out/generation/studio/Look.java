package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of one product for a letter: what is on its photos, and nothing else.
 *
 * @param pieces in wearing order
 * @param views the sides from which every piece was photographed
 */
record Look(List<Piece> pieces, Set<View> views) {

    Look {
        pieces = List.copyOf(pieces);
        views = Set.copyOf(views);
    }

    /** A garment with its colours, the most of it first. */
    record Piece(Garment garment, List<ColorName> colors) {

        Piece {
            colors = List.copyOf(colors);
        }
    }

    /** The sides from which all that is in these looks can be seen. */
    static Set<View> views(List<Look> looks) {
        Set<View> common = EnumSet.allOf(View.class);
        looks.forEach(look -> common.retainAll(look.views));
        return common;
    }
}
