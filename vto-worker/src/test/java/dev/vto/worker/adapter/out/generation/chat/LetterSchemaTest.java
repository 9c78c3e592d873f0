package dev.vto.worker.adapter.out.generation.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.worker.adapter.out.generation.chat.LetterSchema.Violated;
import dev.vto.worker.application.port.Copywriter.Copy;
import dev.vto.worker.application.port.Copywriter.Request;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterSchemaTest {

    private static final String LETTER =
            """
            {"headline": "Meet Spring", "summary": "A red top.", "bulletPoints": ["One", "Two", "Three", "Four"]}""";

    @Test
    void takesALetter() {
        assertThat(read(LETTER))
                .isEqualTo(new Copy("Meet Spring", "A red top.", List.of("One", "Two", "Three", "Four")));
    }

    @Test
    void findsALetterAmongWords() {
        assertThat(read("Here you are:\n```json\n" + LETTER + "\n```\nEnjoy!")).isEqualTo(read(LETTER));
    }

    @Test
    void makesOneLineOfEachText() {
        assertThat(read(LETTER.replace("A red top.", " A\\n  red\\ttop. ")).summary())
                .isEqualTo("A red top.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Meet Spring | '' | headline is a text of 1 to 70 characters, not of 0",
                "\"Meet Spring\" | 7 | headline is a text of 1 to 70 characters",
                "\"Four\" | \"One\" | bulletPoints has 4 to 6 different items, not 3",
                "\"Four\" | \"4\",\"5\",\"6\",\"7\" | bulletPoints has 4 to 6 different items, not 7",
                "[\"One\", \"Two\", \"Three\", \"Four\"] | \"One\" | bulletPoints has 4 to 6 different items, not 0",
                "A red top. | 빨간 상의 | the summary is not in the language that was asked for",
                "A red top. | Spring: 빨간 상의 | the summary is not in the language that was asked for",
                "A red top. | Buy at https://example.com | summary has no links",
                "A red top. | See www.example.com | summary has no links",
                "A red top. | A\\u0000 | summary has no links and no control characters",
                "\"Four\"]} | \"Fo | it is no JSON",
                "{ | [ | it is no JSON object"
            })
    void saysWhatIsWrong(String part, String instead, String problem) {
        String answer = LETTER.replace(part, instead);
        assertThat(answer).isNotEqualTo(LETTER);

        assertThatThrownBy(() -> read(answer)).isInstanceOf(Violated.class).hasMessageContaining(problem);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        String answer = LETTER.replace("Meet Spring", "x".repeat(71)).replace("\"One\"", "\"" + "x".repeat(151) + "\"");

        assertThatThrownBy(() -> read(answer))
                .hasMessageContaining("headline is a text of 1 to 70 characters, not of 71")
                .hasMessageContaining("each of bulletPoints is a text of 1 to 150 characters, not of 151");
    }

    @Test
    void letsAProjectBeNamedByALink() {
        String answer = LETTER.replace("Meet Spring", "Meet www.spring.example");

        assertThat(LetterSchema.read(answer, request("www.spring.example")).headline())
                .isEqualTo("Meet www.spring.example");
    }

    private static Copy read(String answer) {
        return LetterSchema.read(answer, request("Spring"));
    }

    private static Request request(String project) {
        return new Request(project, List.of(), Tone.FORMAL, "en", 0);
    }
}
