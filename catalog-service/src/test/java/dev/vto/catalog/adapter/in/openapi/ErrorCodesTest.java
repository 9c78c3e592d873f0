package dev.vto.catalog.adapter.in.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    @Test
    void explainsExactlyWhatIsThrown() {
        assertThat(ErrorCodes.thrown())
                .as("codes in the sources, and in docs/errors.md")
                .isEqualTo(ErrorCodes.documented());
    }
}
