package dev.vto.worker.adapter.out.generation.studio.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackdropTest {

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(Backdrop.draw(5).pixels()).isEqualTo(Backdrop.draw(5).pixels());
    }

    @Test
    void differsBySeed() {
        int[] first = Backdrop.draw(0).pixels();

        assertThat(first).isNotEqualTo(Backdrop.draw(1).pixels());
        assertThat(first)
                .as("same paper, another grain")
                .isNotEqualTo(Backdrop.draw(5).pixels());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 3, Long.MAX_VALUE, Long.MIN_VALUE})
    void isOpaqueAndLight(long seed) {
        assertThat(Arrays.stream(Backdrop.draw(seed).pixels()))
                .allMatch(pixel -> pixel >>> 24 == 255 && (pixel >> 8 & 0xFF) > 170);
    }
}
