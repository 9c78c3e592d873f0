package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import dev.vto.worker.application.port.Copywriter.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Writes letters in one language. None says what photos and names do not tell. */
public final class LetterWriter {

    private static final int LONGEST_HEADLINE = 70;
    private static final int LONGEST_POINT = 150;
    private static final int MOST_POINTS = 6;
    private static final int MOST_PIECES = 3;
    /** A longer name is shortened, so that each headline has room for two colours, and sentences stay readable. */
    private static final int LONGEST_NAME = 36;

    private final Words words;
    private final Phrasebook book;

    /** @param language {@code ko} or {@code en} */
    public LetterWriter(String language) {
        this.words = language.equals("ko") ? new KoreanWords() : new EnglishWords();
        this.book = Phrasebook.of(language);
    }

    /** @return the same letter for the same arguments */
    public Copy write(String project, List<Look> looks, Tone tone, long seed) {
        return new Draft(project, new Looks(looks), tone, new SplittableRandom(seed)).copy();
    }

    /** One letter while it is written. */
    private final class Draft {

        private final Looks looks;
        private final Tone tone;
        private final RandomGenerator chance;
        private final Map<String, String> facts;

        Draft(String project, Looks looks, Tone tone, RandomGenerator chance) {
            this.looks = looks;
            this.tone = tone;
            this.chance = chance;
            int example = chance.nextInt(looks.all().size());
            this.facts = Facts.of(Text.upTo(LONGEST_NAME, project), looks, example, words);
        }

        Copy copy() {
            return new Copy(
                    say("headline", facts, LONGEST_HEADLINE)
                            .or(() -> say("short", facts, LONGEST_HEADLINE))
                            .orElseThrow(),
                    say("summary", facts, Integer.MAX_VALUE).orElseThrow(),
                    points());
        }

        private List<String> points() {
            Stream<String> points =
                    looks.areMany() ? ofMany() : ofOne(looks.all().get(0));
            return points.limit(MOST_POINTS).toList();
        }

        private Stream<String> ofOne(Look look) {
            List<String> points = new ArrayList<>();
            look.pieces().stream()
                    .limit(MOST_PIECES)
                    .flatMap(piece -> say(
                            "piece." + piece.garment().name().toLowerCase(Locale.ROOT),
                            Facts.of(piece, words, facts),
                            LONGEST_POINT)
                            .stream())
                    .forEach(points::add);
            return Stream.concat(points.stream(), told(Stream.of(harmony(look), company(look), views(), "screen")));
        }

        private Stream<String> ofMany() {
            return told(Stream.of(
                    "span",
                    "recurrence",
                    facts.containsKey("duo") ? "range" : "tonal",
                    "example",
                    looks.canBeMixed() ? "mix" : "choice",
                    views(),
                    "screen"));
        }

        private String harmony(Look look) {
            if (facts.containsKey("light") && facts.containsKey("dark")) {
                return "contrast";
            }
            if (facts.containsKey("duo")) {
                return "palette";
            }
            return look.pieces().size() > 1 ? "tonal" : "";
        }

        private static String company(Look look) {
            if (look.pieces().size() > 1) {
                return "together";
            }
            return look.pieces().get(0).garment() == Garment.ONEPIECE ? "complete" : "alone";
        }

        private String views() {
            Set<View> views = looks.views();
            if (views.size() == View.values().length) {
                return "views.both";
            }
            return views.stream()
                    .findAny()
                    .map(view -> "views." + view.name().toLowerCase(Locale.ROOT))
                    .orElse("");
        }

        private Stream<String> told(Stream<String> subjects) {
            return subjects.flatMap(about -> say(about, facts, LONGEST_POINT).stream());
        }

        private Optional<String> say(String about, Map<String, String> known, int most) {
            return book.say(about, tone, known, most, chance);
        }
    }
}
