package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.shared.job.Garment;
import java.util.List;

/** How one language puts what is known into words that fit into a sentence. */
interface Words {

    /** Pairs of quotation marks for a name, the usual one first. */
    List<String> quotes();

    String color(ColorName color);

    /** Words in a row, the last two joined as the language does. */
    String listed(List<String> words);

    /** A piece with its colours, as "red and white top". */
    String piece(Look.Piece piece);

    /** The same with its article, where the language has one. */
    String onePiece(Look.Piece piece);

    /** All pieces of a look in one phrase. */
    String outfit(Look look);

    /** So many garments of a kind, without the number where it is not one. */
    String kind(Garment garment, int pieces);

    /** How many looks, as it stands before or instead of "looks". */
    String count(int looks);
}
