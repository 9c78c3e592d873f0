package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.shared.job.Garment;
import java.util.List;
import java.util.stream.Collectors;

/** Korean. */
final class KoreanWords implements Words {

    private static final List<String> NUMBERS = List.of("영", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열");

    @Override
    public List<String> quotes() {
        return List.of("‘’", "“”", "「」");
    }

    @Override
    public String color(ColorName color) {
        return color.korean();
    }

    @Override
    public String listed(List<String> words) {
        return words.size() == 2
                ? Particle.WITH.after(words.get(0)).orElseThrow() + " " + words.get(1)
                : String.join(", ", words);
    }

    @Override
    public String piece(Look.Piece piece) {
        return piece.colors().stream().map(ColorName::korean).collect(Collectors.joining("·")) + " "
                + noun(piece.garment());
    }

    @Override
    public String onePiece(Look.Piece piece) {
        return piece(piece);
    }

    @Override
    public String outfit(Look look) {
        List<Look.Piece> pieces = look.pieces();
        List<ColorName> colors = pieces.get(0).colors();
        if (pieces.size() > 1
                && pieces.stream().allMatch(piece -> piece.colors().equals(colors))) {
            String tint = listed(colors.stream().map(ColorName::korean).toList());
            return tint + " 컬러의 "
                    + listed(pieces.stream().map(piece -> noun(piece.garment())).toList());
        }
        return listed(pieces.stream().map(this::piece).toList());
    }

    @Override
    public String kind(Garment garment, int pieces) {
        return noun(garment);
    }

    private static String noun(Garment garment) {
        return switch (garment) {
            case UPPER -> "상의";
            case BOTTOM -> "하의";
            case ONEPIECE -> "원피스";
            case OUTER -> "아우터";
        };
    }

    @Override
    public String count(int looks) {
        return (looks < NUMBERS.size() ? NUMBERS.get(looks) + " " : String.valueOf(looks)) + "가지";
    }
}
