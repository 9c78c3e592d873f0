package dev.vto.worker.adapter.out.generation.studio.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.letter.Look.Piece;
import dev.vto.worker.application.port.Copywriter.Copy;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterWriterTest {

    private static final Set<View> FRONT = EnumSet.of(View.FRONT);
    private static final Set<View> BACK = EnumSet.of(View.BACK);
    private static final Set<View> BOTH = EnumSet.allOf(View.class);

    private static final Piece WHITE_TOP = new Piece(Garment.UPPER, List.of(ColorName.WHITE));
    private static final Piece BLACK_TOP = new Piece(Garment.UPPER, List.of(ColorName.BLACK));

    private static final List<String> NAMES = List.of(
            "봄",
            "Spring",
            "Weekend Book",
            "FW26",
            "🌸🌿",
            "도시 산책 👩‍👩‍👧",
            "Kim's \"Best\" Line",
            "‘따옴표’와 “따옴표”",
            "$1 \\ {color} 100% {name:을}",
            "여름을 위한 아주 길고 긴 이름의 컬렉션 그리고 더 긴 이름의 하나 더",
            "A name that is far too long for any headline, with 🌸🌸🌸 flowers in it".repeat(3),
            "x".repeat(200));

    private static final LetterWriter ENGLISH = new LetterWriter("en");
    private static final LetterWriter KOREAN = new LetterWriter("ko");

    static Stream<List<Look>> letters() {
        Stream<List<Look>> single = IntStream.range(1, 1 << Garment.values().length)
                .boxed()
                .flatMap(worn -> Stream.of(
                        List.of(outfit(worn, BOTH, ColorName.LIGHT_GREY, ColorName.MEDIUM_BLUE)),
                        List.of(outfit(worn, FRONT, ColorName.BLACK))));
        Stream<List<Look>> many = Stream.of(2, 3, 12, 13, 65)
                .flatMap(count -> Stream.of(
                        looks(count, n -> outfit(1 + n % 15, BOTH, ColorName.values()[n % 32], ColorName.NAVY)),
                        looks(count, n -> new Look(List.of(WHITE_TOP), n % 2 == 0 ? FRONT : BACK))));
        return Stream.concat(single, many);
    }

    @ParameterizedTest
    @MethodSource("letters")
    void writesWithinBoundsAndSaysNothingTwice(List<Look> looks) {
        for (String language : LetterSpec.LANGUAGES) {
            LetterWriter writer = new LetterWriter(language);
            for (String name : NAMES) {
                for (Tone tone : Tone.values()) {
                    for (long seed = 0; seed < 2; seed++) {
                        Copy copy = writer.write(name, looks, tone, seed);

                        assertThat(copy.bulletPoints()).doesNotHaveDuplicates();
                        assertThat(text(copy)).doesNotContain("null", "  ", "..", ",,", " ,");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void namesTheProjectAndOnlyColorsAndGarmentsThatThereAre(List<Look> looks) {
        Set<ColorName> colors =
                pieces(looks).flatMap(piece -> piece.colors().stream()).collect(Collectors.toSet());
        Set<Garment> garments = pieces(looks).map(Piece::garment).collect(Collectors.toSet());
        for (Tone tone : Tone.values()) {
            Copy english = ENGLISH.write("Spring", looks, tone, 5);
            Copy korean = KOREAN.write("Spring", looks, tone, 5);

            assertThat(english.headline()).contains("Spring");
            assertThat(korean.headline()).contains("Spring");
            assertThat(colors).containsAll(mentioned(ColorName.values(), ColorName::english, text(english)));
            assertThat(colors).containsAll(mentioned(ColorName.values(), ColorName::korean, text(korean)));
            assertThat(garments).containsAll(mentioned(Garment.values(), LetterWriterTest::korean, text(korean)));
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void putsTheRightKoreanParticles(List<Look> looks) {
        Set<String> nouns = Stream.concat(
                        Arrays.stream(ColorName.values()).map(ColorName::korean),
                        Arrays.stream(Garment.values()).map(LetterWriterTest::korean))
                .collect(Collectors.toSet());
        Pattern noun =
                Pattern.compile("(?:" + String.join("|", nouns) + "|봄’)" + "(?=(을|를|이|가|은|는|과|와|으로|로|이에요|예요)[ ,.!?])");
        for (Tone tone : Tone.values()) {
            for (long seed = 0; seed < 5; seed++) {
                String letter = text(KOREAN.write("봄", looks, tone, seed));

                assertThat(noun.matcher(letter).results())
                        .allSatisfy(found -> assertThat(found.group(1)).isIn(formsAfter(found.group())));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void variesBySeedAndIsTheSameForTheSameSeed(Tone tone) {
        List<Look> looks = List.of(new Look(List.of(WHITE_TOP), FRONT), new Look(List.of(BLACK_TOP), FRONT));
        for (LetterWriter writer : List.of(ENGLISH, KOREAN)) {
            Set<Copy> letters = IntStream.range(0, 50)
                    .mapToObj(seed -> writer.write("Spring", looks, tone, seed))
                    .collect(Collectors.toSet());

            assertThat(letters).hasSizeGreaterThan(30);
            assertThat(writer.write("Spring", looks, tone, 7)).isEqualTo(writer.write("Spring", looks, tone, 7));
        }
    }

    @Test
    void soundsDifferentInEachTone() {
        List<Look> looks = List.of(new Look(List.of(WHITE_TOP), FRONT));
        for (LetterWriter writer : List.of(ENGLISH, KOREAN)) {
            List<Copy> letters = Arrays.stream(Tone.values())
                    .map(tone -> writer.write("Spring", looks, tone, 1))
                    .toList();

            assertThat(letters.stream().map(Copy::headline)).doesNotHaveDuplicates();
            assertThat(letters.stream().map(Copy::summary)).doesNotHaveDuplicates();
            assertThat(letters.stream().flatMap(copy -> copy.bulletPoints().stream()))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void saysFromWhereThePhotosWereTaken(Tone tone) {
        assertThat(korean(tone, FRONT)).contains("앞모습").doesNotContain("뒷모습");
        assertThat(korean(tone, BACK)).contains("뒷모습").doesNotContain("앞모습");
        assertThat(korean(tone, BOTH)).contains("앞모습", "뒷모습");
        assertThat(english(tone, FRONT)).containsIgnoringCase("front").doesNotContain("back", "behind");
        assertThat(english(tone, BACK)).containsPattern("back|behind").doesNotContain("front");
        assertThat(english(tone, BOTH)).containsIgnoringCase("front").containsPattern("[Bb]ack|behind");
    }

    @Test
    void usesTheRightEnglishArticle() {
        assertThat(outfit("en", new Piece(Garment.ONEPIECE, List.of(ColorName.RED))))
                .isEqualTo("a red one-piece");
        assertThat(outfit("en", new Piece(Garment.UPPER, List.of(ColorName.IVORY, ColorName.RED))))
                .isEqualTo("an ivory and red top");
        assertThat(outfit("en", new Piece(Garment.BOTTOM, List.of(ColorName.NAVY))))
                .isEqualTo("navy bottoms");
    }

    @Test
    void describesAnOutfitInOnePhrase() {
        Piece bottoms = new Piece(Garment.BOTTOM, List.of(ColorName.BLACK));
        Piece coat = new Piece(Garment.OUTER, List.of(ColorName.OLIVE));

        assertThat(outfit("en", WHITE_TOP, bottoms, coat))
                .isEqualTo("a white top with black bottoms under an olive outer layer");
        assertThat(outfit("en", BLACK_TOP, bottoms)).isEqualTo("a top and bottoms, both in black");
        assertThat(outfit("ko", WHITE_TOP, bottoms, coat)).isEqualTo("화이트 상의, 블랙 하의, 올리브 아우터");
        assertThat(outfit("ko", WHITE_TOP, bottoms)).isEqualTo("화이트 상의와 블랙 하의");
        assertThat(outfit("ko", BLACK_TOP, bottoms)).isEqualTo("블랙 컬러의 상의와 하의");
    }

    private static String outfit(String language, Piece... pieces) {
        Words words = language.equals("ko") ? new KoreanWords() : new EnglishWords();
        return words.outfit(new Look(List.of(pieces), FRONT));
    }

    private static Look outfit(int worn, Set<View> views, ColorName... colors) {
        return new Look(
                Arrays.stream(Garment.values())
                        .filter(garment -> (worn >> garment.ordinal() & 1) == 1)
                        .map(garment -> new Piece(garment, List.of(colors)))
                        .toList(),
                views);
    }

    private static List<Look> looks(int count, Function<Integer, Look> look) {
        return IntStream.range(0, count).boxed().map(look).toList();
    }

    private static Stream<Piece> pieces(List<Look> looks) {
        return looks.stream().flatMap(look -> look.pieces().stream());
    }

    private static String text(Copy copy) {
        return copy.headline() + "\n" + copy.summary() + "\n" + String.join("\n", copy.bulletPoints());
    }

    private static String korean(Tone tone, Set<View> views) {
        return String.join(
                "\n",
                KOREAN.write("Spring", List.of(new Look(List.of(WHITE_TOP), views)), tone, 3)
                        .bulletPoints());
    }

    private static String english(Tone tone, Set<View> views) {
        return String.join(
                "\n",
                ENGLISH.write("Spring", List.of(new Look(List.of(WHITE_TOP), views)), tone, 3)
                        .bulletPoints());
    }

    private static String korean(Garment garment) {
        return new KoreanWords().kind(garment, 1);
    }

    /** The values whose names are in the text; "light grey" is not grey. */
    private static <T> Set<T> mentioned(T[] values, Function<T, String> name, String text) {
        List<T> longestFirst = Arrays.stream(values)
                .sorted((a, b) -> name.apply(b).length() - name.apply(a).length())
                .toList();
        Pattern any = Pattern.compile(
                longestFirst.stream().map(name).collect(Collectors.joining("|", "(?<!\\p{L})(", ")")),
                Pattern.CASE_INSENSITIVE);
        Set<String> found = any.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(String::toLowerCase)
                .collect(Collectors.toSet());
        return longestFirst.stream()
                .filter(value -> found.contains(name.apply(value)))
                .collect(Collectors.toSet());
    }

    /** The forms that go with the last syllable, which canonical decomposition takes apart into its sounds. */
    private static Set<String> formsAfter(String noun) {
        String sounds = Normalizer.normalize(noun.replace("’", ""), Normalizer.Form.NFD);
        char last = sounds.charAt(sounds.length() - 1);
        boolean closed = last >= 0x11A8 && last <= 0x11C2;
        String by = closed && last != 0x11AF ? "으로" : "로";
        return closed ? Set.of("을", "이", "은", "과", "이에요", by) : Set.of("를", "가", "는", "와", "예요", by);
    }
}
