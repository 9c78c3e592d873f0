package dev.vto.worker.adapter.out.generation.studio.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.Garment;
import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.View;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasebookTest {

    private static final List<String> SUBJECTS = List.of(
            "summary",
            "piece.upper",
            "piece.bottom",
            "piece.onepiece",
            "piece.outer",
            "contrast",
            "palette",
            "tonal",
            "together",
            "alone",
            "complete",
            "views.both",
            "views.front",
            "views.back",
            "screen",
            "span",
            "recurrence",
            "range",
            "example",
            "mix",
            "choice",
            "headline");

    /** Words for what neither photos nor names tell. */
    private static final List<String> CLAIMS = List.of(
            "cotton wool linen silk denim leather knit polyester cashmere fabric material texture handmade stitched",
            "soft comfort comfy cosy cozy warm cool breathable stretch durable lightweight waterproof washable",
            "slim oversized loose relaxed fitted fits flattering tailored size",
            "spring summer autumn winter season rain sun",
            "sale price discount cheap affordable free save deal offer buy order today",
            "best perfect premium quality luxury exclusive limited new newest trend trendy must-have eco sustainable organic",
            "면 울 린넨 실크 데님 가죽 니트 캐시미어 폴리 소재 원단 수제 핸드메이드 질감",
            "부드러 편안 편한 포근 따뜻 시원 가벼운 통기 신축 방수 세탁",
            "슬림 오버핏 루즈 핏이 맞춤 사이즈",
            "봄 여름 가을 겨울 시즌 계절",
            "세일 할인 가격 무료 특가 구매 주문 배송",
            "최고 최상 완벽 프리미엄 고급 한정 신상 트렌드 친환경 유기농 인기 상품");

    static Stream<List<String>> subjects() {
        return Stream.of("en", "ko").flatMap(language -> SUBJECTS.stream().map(subject -> List.of(language, subject)));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void hasAChoiceOfSentencesForEverythingInEachTone(List<String> subject) {
        Phrasebook book = Phrasebook.of(subject.get(0));

        for (Tone tone : Tone.values()) {
            assertThat(book.sentences(subject.get(1), tone))
                    .as("%s %s", subject, tone)
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void saysNothingThatPhotosAndNamesDoNotTell(String language) {
        Set<String> claims =
                CLAIMS.stream().flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toSet());

        assertThat(all(language))
                .allSatisfy(sentence -> assertThat(words(sentence)).doesNotContainAnyElementsOf(claims));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void usesOnlyFactsThatThereCanBe(String language) {
        Map<String, String> facts = everything(language);

        assertThat(all(language))
                .allSatisfy(sentence -> assertThat(sentence.fill(facts)).isPresent());
    }

    @Test
    void choosesAmongTheSentencesThatFit() {
        Phrasebook book = Phrasebook.of("en");
        Map<String, String> facts = Map.of("title", "Spring", "shades", "navy", "outfit", "navy bottoms");

        Set<String> said = new SplittableRandom(1)
                .ints(100)
                .mapToObj(seed -> book.say("headline", Tone.FORMAL, facts, 30, new SplittableRandom(seed))
                        .orElseThrow())
                .collect(Collectors.toSet());

        assertThat(said).containsExactlyInAnyOrder("Introducing Spring, in navy", "Spring: navy bottoms");
        assertThat(book.say("headline", Tone.FORMAL, facts, 10, new SplittableRandom(1)))
                .isEmpty();
        assertThat(book.say("weather", Tone.FORMAL, facts, 70, new SplittableRandom(1)))
                .isEmpty();
    }

    private static List<Template> all(String language) {
        Phrasebook book = Phrasebook.of(language);
        return Stream.concat(SUBJECTS.stream(), Stream.of("short"))
                .flatMap(
                        subject -> Arrays.stream(Tone.values()).flatMap(tone -> book.sentences(subject, tone).stream()))
                .toList();
    }

    private static List<String> words(Template sentence) {
        String plain = sentence.text().replaceAll("\\{[^}]*}\\S*", " ").toLowerCase(Locale.ROOT);
        return List.of(plain.split("[^\\p{L}-]+"));
    }

    /** The facts of letters about one look and about several, in one. */
    private static Map<String, String> everything(String language) {
        Words words = language.equals("ko") ? new KoreanWords() : new EnglishWords();
        Look.Piece top = new Look.Piece(Garment.UPPER, List.of(ColorName.WHITE, ColorName.BLACK));
        Look.Piece red = new Look.Piece(Garment.BOTTOM, List.of(ColorName.RED));
        Look whole = new Look(List.of(top, red), Set.of(View.FRONT));
        Look half = new Look(List.of(red), Set.of(View.FRONT));
        Map<String, String> facts = new HashMap<>();
        for (List<Look> looks : List.of(
                List.of(half),
                List.of(whole),
                List.of(whole, half),
                List.of(half, half, new Look(List.of(top), Set.of())))) {
            facts.putAll(Facts.of("Spring", new Looks(looks), 0, words));
        }
        return Facts.of(top, words, facts);
    }
}
