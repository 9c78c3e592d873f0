package dev.vto.worker.adapter.out.generation.studio;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A letter in English. */
record EnglishPhrases(String project, List<Look> looks) implements Phrases {

    private static final int MOST_PIECES = 3;

    @Override
    public String headline(Tone tone) {
        String colors = listed(colors(2));
        return switch (tone) {
            case FRIENDLY -> Text.upTo(70, "Meet " + project + ", in " + colors);
            case FORMAL -> Text.upTo(70, project + ": a study in " + colors);
            case PLAYFUL -> Text.upTo(70, "Hello, " + colors + "! Say hi to " + project);
            case LUXURIOUS -> Text.upTo(70, project + " — " + colors + ", composed");
        };
    }

    @Override
    public String summary(Tone tone) {
        String what = looks.size() == 1
                ? pieces(looks.get(0))
                : looks.size() + " looks, from " + pieces(looks.get(0)) + " onwards";
        String colors = listed(colors(3));
        return switch (tone) {
            case FRIENDLY ->
                "%s is here: %s in %s. Easy to look at, easy to put together.".formatted(project, what, colors);
            case FORMAL ->
                "%s presents %s in %s. Cut and colour can be judged from the photographs."
                        .formatted(project, what, colors);
            case PLAYFUL -> "Grab %s and you have got %s. %s does the rest!".formatted(colors, what, project);
            case LUXURIOUS ->
                "%s unfolds in %s: %s, seen in clear light and given room to speak.".formatted(project, colors, what);
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
        points.add("Colours to remember: " + listed(colors(4)) + ".");
        points.add(shown());
        points.add(looks.size() == 1 ? "Part of " + project + "." : looks.size() + " looks in " + project + ".");
        return points;
    }

    private String point(Look.Piece piece) {
        List<ColorName> colors = piece.colors();
        String garment = looks.size() == 1
                ? "The " + noun(piece.garment()) + " comes in "
                : (startsWithVowel(piece) ? "An " : "A ") + noun(piece.garment()) + " in ";
        String first = garment + colors.get(0).english();
        return colors.size() == 1
                ? first + "."
                : first + ", with " + colors.get(1).english() + " beside it.";
    }

    private String shown() {
        Set<View> views = Look.views(looks);
        if (views.size() == View.values().length) {
            return "Shown from the front and from behind, so there are no surprises.";
        }
        return views.stream()
                .findAny()
                .map(view -> view == View.FRONT
                        ? "Shown from the front, as it was photographed."
                        : "Shown from behind, as it was photographed.")
                .orElse("Shown as it was photographed.");
    }

    private List<String> colors(int most) {
        return looks.stream()
                .flatMap(look -> look.pieces().stream())
                .map(piece -> piece.colors().get(0).english())
                .distinct()
                .limit(most)
                .toList();
    }

    private static String pieces(Look look) {
        String nouns = listed(
                look.pieces().stream().map(piece -> noun(piece.garment())).toList());
        return (startsWithVowel(look.pieces().get(0)) ? "an " : "a ") + nouns;
    }

    /** By its sound, as "outer layer" does and "one-piece" does not. */
    private static boolean startsWithVowel(Look.Piece piece) {
        return piece.garment() == Garment.OUTER;
    }

    private static String listed(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", "))
                + " and "
                + words.get(words.size() - 1);
    }

    private static String noun(Garment garment) {
        return switch (garment) {
            case UPPER -> "top";
            case BOTTOM -> "bottom";
            case ONEPIECE -> "one-piece";
            case OUTER -> "outer layer";
        };
    }
}
