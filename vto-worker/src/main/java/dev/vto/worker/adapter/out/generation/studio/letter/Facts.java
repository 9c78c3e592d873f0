package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.worker.adapter.out.generation.studio.letter.Looks.Recurring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known, by the names that sentences use. What is not there is not known, or not so: {@code outfit} is of a
 * letter about one look, {@code count} of one about several, {@code duo} of one with more than one colour.
 */
final class Facts {

    private static final int MOST_COLORS = 4;

    private final Words words;
    private final Map<String, String> facts = new HashMap<>();

    private Facts(Words words) {
        this.words = words;
    }

    /** @param example number of the look that stands for all of them, from 0 */
    static Map<String, String> of(String project, Looks looks, int example, Words words) {
        Facts known = new Facts(words);
        known.facts.put("title", project);
        known.facts.put("name", quoted(project, words.quotes()));
        known.addColors(looks);
        if (looks.areMany()) {
            known.addRange(looks);
            known.addExamples(looks.all(), example);
        } else {
            known.addOutfit(looks.all().get(example));
        }
        return known.facts;
    }

    /** What is known of a piece of the only look, besides. */
    static Map<String, String> of(Look.Piece piece, Words words, Map<String, String> besides) {
        Map<String, String> facts = new HashMap<>(besides);
        List<String> colors = piece.colors().stream().map(words::color).toList();
        facts.put("piece", words.piece(piece));
        facts.put("onePiece", words.onePiece(piece));
        facts.put("tint", words.listed(colors));
        if (colors.size() > 1) {
            facts.put("first", colors.get(0));
            facts.put("second", colors.get(1));
        }
        return facts;
    }

    private void addColors(Looks looks) {
        List<String> colors = looks.colors().stream().map(words::color).toList();
        facts.put("colors", words.listed(first(MOST_COLORS, colors)));
        facts.put("shades", words.listed(first(2, colors)));
        facts.put(colors.size() > 1 ? "duo" : "color", words.listed(first(2, colors)));
        looks.light().ifPresent(light -> facts.put("light", words.color(light)));
        looks.dark().ifPresent(dark -> facts.put("dark", words.color(dark)));
    }

    private void addOutfit(Look look) {
        facts.put("outfit", words.outfit(look));
        if (look.pieces().size() > 1) {
            facts.put("set", words.outfit(look));
        }
    }

    private void addExamples(List<Look> looks, int example) {
        facts.put("example", words.outfit(looks.get(example)));
        facts.put("another", words.outfit(looks.get((example + 1) % looks.size())));
    }

    private void addRange(Looks looks) {
        facts.put("count", words.count(looks.all().size()));
        List<String> kinds = looks.garments().entrySet().stream()
                .map(kind -> words.kind(kind.getKey(), kind.getValue()))
                .toList();
        if (kinds.size() > 1) {
            facts.put("kinds", words.listed(kinds));
        }
        Recurring most = looks.leadingColors().get(0);
        if (most.looks() == looks.all().size()) {
            facts.put("thread", words.color(most.color()));
        } else if (most.looks() > 1) {
            facts.put("refrain", words.color(most.color()));
            facts.put("times", words.count(most.looks()));
        }
    }

    /** In marks that the name itself does not have, where there are such. */
    private static String quoted(String name, List<String> quotes) {
        String marks = quotes.stream()
                .filter(pair -> pair.chars().noneMatch(mark -> name.indexOf(mark) >= 0))
                .findFirst()
                .orElse(quotes.get(0));
        return marks.charAt(0) + name + marks.charAt(1);
    }

    private static List<String> first(int most, List<String> words) {
        return words.subList(0, Math.min(most, words.size()));
    }
}
