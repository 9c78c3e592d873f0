package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.shared.job.Garment;
import java.util.List;
import java.util.stream.Collectors;

/** English, as shops in Britain write it. */
final class EnglishWords implements Words {

    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    @Override
    public List<String> quotes() {
        return List.of("“”", "‘’");
    }

    @Override
    public String color(ColorName color) {
        return color.english();
    }

    @Override
    public String listed(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    @Override
    public String piece(Look.Piece piece) {
        return listed(piece.colors().stream().map(ColorName::english).toList()) + " " + noun(piece.garment());
    }

    @Override
    public String onePiece(Look.Piece piece) {
        return withArticle(piece.garment(), piece(piece));
    }

    @Override
    public String outfit(Look look) {
        List<Look.Piece> pieces = look.pieces();
        List<ColorName> colors = pieces.get(0).colors();
        if (pieces.size() > 1
                && pieces.stream().allMatch(piece -> piece.colors().equals(colors))) {
            String nouns = listed(pieces.stream()
                    .map(piece -> withArticle(piece.garment(), noun(piece.garment())))
                    .toList());
            String tint = listed(colors.stream().map(ColorName::english).toList());
            return nouns + (pieces.size() == 2 ? ", both in " : ", all in ") + tint;
        }
        String inner = pieces.stream()
                .filter(piece -> piece.garment() != Garment.OUTER)
                .map(this::onePiece)
                .collect(Collectors.joining(" with "));
        String outer = pieces.stream()
                .filter(piece -> piece.garment() == Garment.OUTER)
                .map(this::onePiece)
                .collect(Collectors.joining());
        return inner.isEmpty() || outer.isEmpty() ? inner + outer : inner + " under " + outer;
    }

    @Override
    public String kind(Garment garment, int pieces) {
        boolean plural = pieces > 1 && garment != Garment.BOTTOM;
        return plural ? noun(garment) + "s" : withArticle(garment, noun(garment));
    }

    @Override
    public String count(int looks) {
        return looks < NUMBERS.size() ? NUMBERS.get(looks) : String.valueOf(looks);
    }

    private static String withArticle(Garment garment, String phrase) {
        if (garment == Garment.BOTTOM) {
            return phrase;
        }
        boolean vowel = "aeiou".indexOf(phrase.charAt(0)) >= 0 && !phrase.startsWith("one");
        return (vowel ? "an " : "a ") + phrase;
    }

    private static String noun(Garment garment) {
        return switch (garment) {
            case UPPER -> "top";
            case BOTTOM -> "bottoms";
            case ONEPIECE -> "one-piece";
            case OUTER -> "outer layer";
        };
    }
}
