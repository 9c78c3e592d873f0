package dev.vto.worker.adapter.out.generation.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import dev.vto.worker.adapter.out.generation.studio.Look.Piece;
import dev.vto.worker.application.port.Copywriter.Copy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasesTest {

    private static final Set<View> FRONT = EnumSet.of(View.FRONT);
    private static final Set<View> BACK = EnumSet.of(View.BACK);
    private static final Set<View> BOTH = EnumSet.allOf(View.class);

    private static final Look WHITE_TOP = look(FRONT, new Piece(Garment.UPPER, List.of(ColorName.WHITE)));
    private static final Look BLACK_TOP = look(FRONT, new Piece(Garment.UPPER, List.of(ColorName.BLACK)));

    /** Each language as it is chosen for a letter. */
    private enum Language {
        ENGLISH {
            @Override
            Phrases of(String project, List<Look> looks) {
                return new EnglishPhrases(project, looks);
            }
        },
        KOREAN {
            @Override
            Phrases of(String project, List<Look> looks) {
                return new KoreanPhrases(project, looks);
            }
        };

        abstract Phrases of(String project, List<Look> looks);
    }

    static Stream<List<Look>> letters() {
        List<List<Look>> letters = new ArrayList<>();
        for (int combination = 1; combination < 1 << Garment.values().length; combination++) {
            int worn = combination;
            Look look = look(
                    FRONT,
                    Arrays.stream(Garment.values())
                            .filter(garment -> (worn >> garment.ordinal() & 1) == 1)
                            .map(garment -> new Piece(garment, List.of(ColorName.LIGHT_GREY, ColorName.DARK_GREEN)))
                            .toArray(Piece[]::new));
            letters.add(List.of(look));
            letters.add(List.of(look, BLACK_TOP, WHITE_TOP));
        }
        return letters.stream();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void makesAValidLetterInEachLanguageAndTone(List<Look> looks) {
        for (Language language : Language.values()) {
            for (String project : List.of("봄", "Spring 100% Cotton", "여름을 위한 아주 길고 긴 이름의 컬렉션 그리고 더 긴 이름의 하나 더")) {
                Phrases phrases = language.of(project, looks);
                for (Tone tone : Tone.values()) {
                    assertThatCode(() -> copy(phrases, tone)).doesNotThrowAnyException();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void soundsDifferentInEachTone(Language language) {
        Phrases phrases = language.of("Spring", List.of(WHITE_TOP));

        assertThat(Arrays.stream(Tone.values()).map(phrases::headline)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Tone.values()).map(phrases::summary)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void namesProjectAndColors(Language language) {
        Phrases phrases = language.of("Spring", List.of(WHITE_TOP, BLACK_TOP));
        List<String> colors = language == Language.ENGLISH ? List.of("white", "black") : List.of("화이트", "블랙");

        for (Tone tone : Tone.values()) {
            assertThat(phrases.headline(tone)).contains("Spring").contains(colors);
            assertThat(phrases.summary(tone)).contains("Spring").contains(colors);
        }
    }

    @ParameterizedTest
    @EnumSource
    void speaksOnlyOfGarmentsThatThereAre(Language language) {
        String letter = wholeLetter(language, List.of(WHITE_TOP));
        List<String> others =
                language == Language.ENGLISH ? List.of("bottom", "one-piece", "outer") : List.of("하의", "원피스", "아우터");

        assertThat(letter).contains(language == Language.ENGLISH ? "top" : "상의").doesNotContain(others);
    }

    @Test
    void saysFromWhereThePhotosWereTaken() {
        assertThat(english(FRONT)).contains("from the front").doesNotContain("behind");
        assertThat(english(BACK)).contains("from behind").doesNotContain("front");
        assertThat(english(BOTH)).contains("from the front and from behind");
        assertThat(english(Set.of())).doesNotContain("front", "behind");
        assertThat(korean(FRONT)).contains("앞모습").doesNotContain("뒷모습");
        assertThat(korean(BACK)).contains("뒷모습").doesNotContain("앞모습");
        assertThat(korean(BOTH)).contains("앞모습과 뒷모습");
        assertThat(korean(Set.of())).doesNotContain("앞모습", "뒷모습");
    }

    @Test
    void promisesOnlyTheViewsThatEveryLookHas() {
        Piece top = new Piece(Garment.UPPER, List.of(ColorName.RED));

        assertThat(wholeLetter(Language.ENGLISH, List.of(look(BOTH, top), look(FRONT, top))))
                .contains("from the front")
                .doesNotContain("behind");
        assertThat(wholeLetter(Language.ENGLISH, List.of(look(BACK, top), look(FRONT, top))))
                .doesNotContain("front", "behind");
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingTwice(Language language) {
        assertThat(language.of("Spring", List.of(WHITE_TOP, WHITE_TOP, WHITE_TOP))
                        .points())
                .hasSizeGreaterThanOrEqualTo(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotGiveOneTopTwoColors() {
        assertThat(new EnglishPhrases("Spring", List.of(WHITE_TOP, BLACK_TOP)).points())
                .contains("A top in white.", "A top in black.");
        assertThat(new KoreanPhrases("봄", List.of(WHITE_TOP, BLACK_TOP)).points())
                .contains("화이트 컬러의 상의", "블랙 컬러의 상의");
    }

    @ParameterizedTest
    @EnumSource(Tone.class)
    void usesTheRightArticle(Tone tone) {
        Look dress = look(FRONT, new Piece(Garment.ONEPIECE, List.of(ColorName.RED)));
        Look coat = look(FRONT, new Piece(Garment.OUTER, List.of(ColorName.RED)));

        assertThat(new EnglishPhrases("Spring", List.of(dress)).summary(tone)).contains("a one-piece");
        assertThat(new EnglishPhrases("Spring", List.of(coat)).summary(tone)).contains("an outer layer");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void putsTheRightKoreanParticle(int looks) {
        String summary = new KoreanPhrases("봄", List.of(WHITE_TOP, BLACK_TOP).subList(0, looks)).summary(Tone.FRIENDLY);

        assertThat(summary).contains(looks == 1 ? "상의를 만나" : "2가지 룩을 만나");
    }

    private static Look look(Set<View> views, Piece... pieces) {
        return new Look(List.of(pieces), views);
    }

    private static Copy copy(Phrases phrases, Tone tone) {
        return new Copy(phrases.headline(tone), phrases.summary(tone), phrases.points());
    }

    private static String english(Set<View> views) {
        return wholeLetter(Language.ENGLISH, List.of(new Look(WHITE_TOP.pieces(), views)));
    }

    private static String korean(Set<View> views) {
        return wholeLetter(Language.KOREAN, List.of(new Look(WHITE_TOP.pieces(), views)));
    }

    private static String wholeLetter(Language language, List<Look> looks) {
        Phrases phrases = language.of("Spring", looks);
        StringBuilder letter = new StringBuilder(String.join("\n", phrases.points()));
        for (Tone tone : Tone.values()) {
            letter.append('\n').append(phrases.headline(tone)).append('\n').append(phrases.summary(tone));
        }
        return letter.toString();
    }
}
