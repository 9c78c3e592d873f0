package dev.vto.worker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitalSourceTest {

    @Test
    void isGenerativeWhereAModelHadAPart() {
        assertThat(Arrays.stream(DigitalSource.values()).filter(DigitalSource::isGenerative))
                .containsExactlyInAnyOrder(
                        DigitalSource.ofPicture(true),
                        DigitalSource.ofClip(true, false),
                        DigitalSource.ofClip(false, true));
        assertThat(DigitalSource.ofClip(true, true)).isEqualTo(DigitalSource.ofClip(true, false));
        assertThat(DigitalSource.ofPicture(false)).isEqualTo(DigitalSource.ofClip(false, false));
    }
}
