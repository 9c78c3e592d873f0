package dev.vto.local.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.local.TestPictures;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] PICTURE = TestPictures.jpeg(60, 80);
    private static final byte[] CLIP = "....ftypisom and more".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void acceptsWhatIsAsStated() {
        assertThatCode(() -> {
                    ResultCheck.image(picture(60, 80, PICTURE.length), PICTURE);
                    ResultCheck.thumbnail(picture(0, 0, 0), PICTURE);
                    ResultCheck.video(picture(60, 80, CLIP.length), CLIP);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void rejectsAPictureOfAnotherSize() {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.image(picture(80, 60, PICTURE.length), PICTURE))
                .withMessage("image 42 is 60 x 80, and not 80 x 60 as stated");
    }

    @Test
    void rejectsAPictureOfAnotherLength() {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.image(picture(60, 80, 1), PICTURE))
                .withMessageContaining("and not 1 as stated");
    }

    @Test
    void rejectsWhatIsNoPicture() {
        byte[] text = "no picture".getBytes(StandardCharsets.US_ASCII);

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.image(picture(60, 80, text.length), text))
                .withMessage("image 42 is no picture");
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.thumbnail(picture(60, 80, 0), text))
                .withMessage("the thumbnail of 42 is no picture");
    }

    @Test
    void rejectsAPictureThatCannotBeDecoded() {
        byte[] cut = Arrays.copyOf(PICTURE, 100);

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.image(picture(60, 80, cut.length), cut))
                .withMessageContaining("image 42 cannot be decoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftyp", "....ftyp", "....moov and more", "no video at all"})
    void rejectsWhatIsNoMp4(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.video(picture(1, 1, bytes.length), bytes))
                .withMessage("video 42 is no MP4");
    }

    @Test
    void rejectsAnEmptyVideo() {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.video(picture(1, 1, 0), new byte[0]))
                .withMessageContaining("video 42 has 0 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6})
    void acceptsALetterOfFourToSixPoints(int points) {
        assertThatCode(() -> ResultCheck.letter(letter("Headline", "Summary", points)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7})
    void rejectsALetterOfFewerOrMorePoints(int points) {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ResultCheck.letter(letter("Headline", "Summary", points)))
                .withMessage("letter 42 has " + points + " bullet points, and not 4 to 6");
    }

    @Test
    void rejectsALetterWithoutHeadlineOrSummary() {
        assertThatExceptionOfType(DemoFailure.class).isThrownBy(() -> ResultCheck.letter(letter(" ", "Summary", 4)));
        assertThatExceptionOfType(DemoFailure.class).isThrownBy(() -> ResultCheck.letter(letter("Headline", "", 4)));
    }

    private static JsonNode picture(int width, int height, int bytes) {
        return JSON.valueToTree(Map.of("id", "42", "width", width, "height", height, "bytes", bytes));
    }

    private static JsonNode letter(String headline, String summary, int points) {
        List<String> bulletPoints = Collections.nCopies(points, "point");
        return JSON.valueToTree(
                Map.of("id", "42", "headline", headline, "summary", summary, "bulletPoints", bulletPoints));
    }
}
