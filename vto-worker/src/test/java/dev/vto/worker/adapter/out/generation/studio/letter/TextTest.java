package dev.vto.worker.adapter.out.generation.studio.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({
        "Spring, Spring",
        "SpringTime, SpringTime",
        "SpringTimes, SpringTim…",
        "Spring Times, Spring…",
        "In Springtime, In Spring…",
        "Spring    Times, Spring…"
    })
    void shortensWhatIsTooLong(String text, String shown) {
        assertThat(Text.upTo(10, text)).isEqualTo(shown);
    }

    @Test
    void dropsAnEmojiThatDoesNotFitWhole() {
        assertThat(Text.upTo(5, "abc🌸🌸")).isEqualTo("abc…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🌸🌿🌸🌿🌸🌿🌸🌿",
                "봄🌸여름🌿가을🍂겨울❄️",
                "a🌸a🌸a🌸a🌸a🌸",
                "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧",
                "🇰🇷🇰🇷🇰🇷"
            })
    void neverCutsACharacterInTwo(String text) {
        List<String> characters = characters(text);
        for (int most = 2; most <= text.length(); most++) {
            String shown = Text.upTo(most, text);

            assertThat(shown.length()).isLessThanOrEqualTo(most);
            assertThat(characters).containsAll(characters(shown.replace("…", "")));
        }
    }

    private static List<String> characters(String text) {
        return Pattern.compile("\\X")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
