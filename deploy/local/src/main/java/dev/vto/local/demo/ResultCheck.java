package dev.vto.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Decides whether a result is what the API says that it is. */
final class ResultCheck {

    private static final int FEWEST_POINTS = 4;
    private static final int MOST_POINTS = 6;
    private static final String MP4_MARK = "ftyp";
    private static final int MP4_MARK_AT = 4;

    private ResultCheck() {}

    /** @throws DemoFailure if the bytes are no picture of the stated size */
    static void image(JsonNode image, byte[] bytes) {
        String what = "image " + image.path("id").asText();
        sizeInBytes(what, image, bytes);
        BufferedImage picture = decode(what, bytes);
        int width = image.path("width").asInt();
        int height = image.path("height").asInt();
        if (picture.getWidth() != width || picture.getHeight() != height) {
            throw new DemoFailure("%s is %d x %d, and not %d x %d as stated"
                    .formatted(what, picture.getWidth(), picture.getHeight(), width, height));
        }
    }

    /** @throws DemoFailure if the bytes are no MP4 of the stated length */
    static void video(JsonNode video, byte[] bytes) {
        String what = "video " + video.path("id").asText();
        sizeInBytes(what, video, bytes);
        int end = MP4_MARK_AT + MP4_MARK.length();
        if (bytes.length <= end
                || !new String(bytes, MP4_MARK_AT, MP4_MARK.length(), StandardCharsets.ISO_8859_1).equals(MP4_MARK)) {
            throw new DemoFailure(what + " is no MP4");
        }
    }

    /** @throws DemoFailure if the bytes are no picture */
    static void thumbnail(JsonNode result, byte[] bytes) {
        decode("the thumbnail of " + result.path("id").asText(), bytes);
    }

    /** @throws DemoFailure if the letter is not whole */
    static void letter(JsonNode letter) {
        String what = "letter " + letter.path("id").asText();
        if (letter.path("headline").asText("").isBlank()
                || letter.path("summary").asText("").isBlank()) {
            throw new DemoFailure(what + " has no headline or no summary");
        }
        int points = letter.path("bulletPoints").size();
        if (points < FEWEST_POINTS || points > MOST_POINTS) {
            throw new DemoFailure(
                    what + " has " + points + " bullet points, and not " + FEWEST_POINTS + " to " + MOST_POINTS);
        }
    }

    private static void sizeInBytes(String what, JsonNode result, byte[] bytes) {
        long stated = result.path("bytes").asLong();
        if (bytes.length == 0 || bytes.length != stated) {
            throw new DemoFailure(what + " has " + bytes.length + " bytes, and not " + stated + " as stated");
        }
    }

    private static BufferedImage decode(String what, byte[] bytes) {
        try {
            @Nullable BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
            if (picture == null) {
                throw new DemoFailure(what + " is no picture");
            }
            return picture;
        } catch (IOException e) {
            throw new DemoFailure(what + " cannot be decoded: " + e.getMessage(), e);
        }
    }
}
