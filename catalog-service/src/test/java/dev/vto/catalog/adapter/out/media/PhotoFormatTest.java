package dev.vto.catalog.adapter.out.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.catalog.fixture.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoFormatTest {

    @Test
    void tellsAFormatByItsFirstBytes() {
        assertThat(PhotoFormat.sniff(head(Pictures.jpeg()))).contains(PhotoFormat.JPEG);
        assertThat(PhotoFormat.sniff(head(Pictures.png()))).contains(PhotoFormat.PNG);
        assertThat(PhotoFormat.sniff(head(Pictures.webp()))).contains(PhotoFormat.WEBP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000",
                "<svg xmlns=\"",
                "RIFF\u0000\u0000\u0000\u0000WAVE",
                "%PDF-1.7 ....",
                "\u00ff\u00d8\u0000",
                "\u0089PNG\n\n\u001a\n"
            })
    void knowsNothingElse(String head) {
        assertThat(PhotoFormat.sniff(head.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void takesNoFormatFromAHeadThatIsCutOff() {
        assertThat(PhotoFormat.sniff(Arrays.copyOf(Pictures.jpeg(), 2))).isEmpty();
        assertThat(PhotoFormat.sniff(Arrays.copyOf(Pictures.png(), 7))).isEmpty();
        assertThat(PhotoFormat.sniff(Arrays.copyOf(Pictures.webp(), 11))).isEmpty();
    }

    private static byte[] head(byte[] picture) {
        return Arrays.copyOf(picture, PhotoFormat.HEAD);
    }
}
