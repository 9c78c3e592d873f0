package dev.vto.shared.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFormatTest {

    @ParameterizedTest
    @CsvSource({
        "JPEG, \u00ff\u00d8\u00ff\u00e0",
        "PNG, '\u0089PNG\r\n\u001a\n'",
        "WEBP, RIFF\u0001\u0002\u0003\u0004WEBP",
        "MP4, '\u0000\u0000\u0000\u0020ftypisom'"
    })
    void tellsAFormatByItsFirstBytes(MediaFormat format, String head) {
        assertThat(MediaFormat.sniff(bytes(head))).contains(format);
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
        assertThat(MediaFormat.sniff(bytes(head))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff\u00d8",
                "\u0089PNG\r\n\u001a",
                "RIFF\u0001\u0002\u0003\u0004WEB",
                "\u0000\u0000\u0000\u0020fty"
            })
    void takesNoFormatFromAHeadThatIsCutOff(String head) {
        assertThat(MediaFormat.sniff(bytes(head))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keepsAFormatInTheExtension(MediaFormat format) {
        assertThat(MediaFormat.of(new MediaKey("owner/job/1/0." + format.extension())))
                .contains(format);
    }

    @Test
    void knowsNoFormatOfOtherNames() {
        assertThat(MediaFormat.of(new MediaKey("owner/jpg"))).isEmpty();
        assertThat(MediaFormat.of(new MediaKey("owner/a.gif"))).isEmpty();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
