package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A letter in Korean. Particles follow nouns whose last syllable is known, never a project's name. */
record KoreanPhrases(String project, List<Look> looks) implements Phrases {

    private static final int MOST_PIECES = 3;

    @Override
    public String headline(Tone tone) {
        String colors = String.join(" · ", colors(2));
        return switch (tone) {
            case FRIENDLY -> Text.upTo(70, project + ", " + colors + "의 반가운 만남");
            case FORMAL -> Text.upTo(70, project + " — " + colors + " 컬렉션 소개");
            case PLAYFUL -> Text.upTo(70, colors + ", 오늘의 기분은 " + project + "!");
            case LUXURIOUS -> Text.upTo(70, project + ", " + colors + "의 깊은 여운");
        };
    }

    @Override
    public String summary(Tone tone) {
        String pieces = pieces(looks.get(0));
        String what = looks.size() == 1 ? pieces : pieces + " 등 " + looks.size() + "가지 룩";
        String colors = String.join(", ", colors(3));
        return switch (tone) {
            case FRIENDLY ->
                "‘%s’에서 %s 컬러의 %s 만나 보세요. 사진 그대로, 편하게 골라 입으면 됩니다."
                        .formatted(project, colors, Text.withObjectParticle(what));
            case FORMAL ->
                "‘%s’에서 %s 컬러의 %s 소개합니다. 구성과 색상은 사진에서 확인하실 수 있습니다."
                        .formatted(project, colors, Text.withObjectParticle(what));
            case PLAYFUL -> "%s 컬러의 %s, 오늘 코디 고민은 여기서 끝! ‘%s’에서 골라 보세요.".formatted(colors, what, project);
            case LUXURIOUS -> "‘%s’의 %s 컬러가 %s 위에 차분히 내려앉습니다. 천천히 살펴보실수록 또렷해집니다.".formatted(project, colors, what);
        };
    }

    @Override
    public List<String> points() {
        List<String> points = new ArrayList<>();
        looks.stream()
                .flatMap(look -> look.pieces().stream())
                .map(this::point)
                .distinct()
                .limit(MOST_PIECES)
                .forEach(points::add);
        points.add("기억할 컬러: " + String.join(", ", colors(4)));
        points.add(shown());
        points.add(
                looks.size() == 1 ? "‘" + project + "’ 프로젝트의 상품" : "‘" + project + "’에서 준비한 " + looks.size() + "가지 룩");
        return points;
    }

    private String point(Look.Piece piece) {
        List<ColorName> colors = piece.colors();
        String noun = noun(piece.garment());
        String first = colors.get(0).korean() + " 컬러";
        if (looks.size() > 1) {
            return colors.size() == 1
                    ? first + "의 " + noun
                    : first + "에 " + colors.get(1).korean() + " 포인트가 보이는 " + noun;
        }
        String topic = Text.withTopicParticle(noun) + " ";
        return colors.size() == 1
                ? topic + first + "입니다."
                : topic + first + "에 " + colors.get(1).korean() + " 포인트가 보입니다.";
    }

    private String shown() {
        Set<View> views = Look.views(looks);
        if (views.size() == View.values().length) {
            return "앞모습과 뒷모습을 모두 사진으로 확인할 수 있습니다.";
        }
        return views.stream()
                .findAny()
                .map(view -> view == View.FRONT ? "앞모습을 사진 그대로 확인할 수 있습니다." : "뒷모습을 사진 그대로 확인할 수 있습니다.")
                .orElse("사진 그대로 확인할 수 있습니다.");
    }

    private List<String> colors(int most) {
        return looks.stream()
                .flatMap(look -> look.pieces().stream())
                .map(piece -> piece.colors().get(0).korean())
                .distinct()
                .limit(most)
                .toList();
    }

    private static String pieces(Look look) {
        return String.join(
                ", ", look.pieces().stream().map(piece -> noun(piece.garment())).toList());
    }

    private static String noun(Garment garment) {
        return switch (garment) {
            case UPPER -> "상의";
            case BOTTOM -> "하의";
            case ONEPIECE -> "원피스";
            case OUTER -> "아우터";
        };
    }
}
