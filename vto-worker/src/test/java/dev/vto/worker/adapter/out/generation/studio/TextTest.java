package dev.vto.worker.adapter.out.generation.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource({"Spring, Spring", "SpringTime, SpringTime", "Spring Times, Spring Ti…", "Spring    Times, Spring…"})
    void shortensWhatIsTooLong(String text, String shown) {
        assertThat(Text.upTo(10, text)).isEqualTo(shown);
    }

    @Test
    void dropsAnEmojiThatDoesNotFitWhole() {
        assertThat(Text.upTo(5, "abc🌸🌸")).isEqualTo("abc…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"🌸🌿🌸🌿🌸🌿🌸🌿", "봄🌸여름🌿가을🍂겨울❄️", "a🌸a🌸a🌸a🌸a🌸"})
    void neverCutsACharacterInTwo(String text) {
        for (int most = 2; most <= text.length(); most++) {
            String shown = Text.upTo(most, text);

            assertThat(shown.length()).isLessThanOrEqualTo(most);
            assertThat(shown.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
        }
    }

    @ParameterizedTest
    @CsvSource({"상의, 상의를, 상의는", "룩, 룩을, 룩은", "바지, 바지를, 바지는", "가방, 가방을, 가방은"})
    void choosesTheParticleByHowANounEnds(String noun, String object, String topic) {
        assertThat(Text.withObjectParticle(noun)).isEqualTo(object);
        assertThat(Text.withTopicParticle(noun)).isEqualTo(topic);
    }
}
