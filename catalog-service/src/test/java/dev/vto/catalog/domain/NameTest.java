package dev.vto.catalog.domain;

import static dev.vto.catalog.fixture.RejectedAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

    @Test
    void isTrimmed() {
        assertThat(new Name("  \u3000Spring Lookbook\n").value()).isEqualTo("Spring Lookbook");
        assertThat(new Name(" a ")).isEqualTo(new Name("a")).hasToString("a");
    }

    @Test
    void hasTwoHundredCharactersAtMost() {
        String longest = "가".repeat(200);

        assertThat(new Name(" " + longest + " ").value()).isEqualTo(longest);
        assertRejected(() -> new Name(longest + "가"))
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names("name")
                .hasMessage("name: has 1-200 characters, not counting blanks at its ends");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void isNotBlank(String text) {
        assertRejected(() -> new Name(text))
                .as(Rejected.Reason.INVALID, "invalid_request")
                .names("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u007fb", "a\u0085b"})
    void hasNoControlCharacters(String text) {
        assertRejected(() -> new Name(text)).names("name").says("has no control characters");
    }
}
