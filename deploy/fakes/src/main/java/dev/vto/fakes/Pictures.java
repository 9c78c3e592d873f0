package dev.vto.fakes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;

/** Makes pictures and videos, small but real. */
public final class Pictures {

    private static final int WIDTH = 288;
    private static final int HEIGHT = 432;

    private Pictures() {}

    /** Where on a person a garment is drawn. */
    public enum Region {
        UPPER(new Rectangle(74, 96, 140, 140)),
        LOWER(new Rectangle(84, 216, 120, 190)),
        WHOLE(new Rectangle(74, 96, 140, 310));

        private final Rectangle place;

        Region(Rectangle place) {
            this.place = place;
        }
    }

    /**
     * Reads a picture that came as a {@code data:} URL.
     *
     * @throws Refused with 400 if it is none, or no picture
     */
    public static BufferedImage ofDataUrl(String url) {
        int comma = url.indexOf(',');
        if (!url.matches("(?s)data:image/[a-z]+;base64,.*") || comma < 0) {
            throw new Refused(400, "a picture is a URL or begins with data:image/…;base64,");
        }
        return ofBase64(url.substring(comma + 1));
    }

    /** @throws Refused with 400 if it is no picture in base64 */
    public static BufferedImage ofBase64(String base64) {
        try {
            return of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "a picture cannot be decoded: " + e.getMessage());
        }
    }

    /** @throws Refused with 400 if it is no picture */
    public static BufferedImage of(byte[] file) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image != null) {
                return image;
            }
        } catch (IOException e) {
            throw new Refused(400, "a picture cannot be decoded: " + e.getMessage());
        }
        throw new Refused(400, "a picture is none");
    }

    /** The person with the garment drawn over it, as PNG. */
    public static Made dressed(BufferedImage person, BufferedImage garment, Region region) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(person, 0, 0, WIDTH, HEIGHT, null);
        Rectangle place = region.place;
        pen.drawImage(garment, place.x, place.y, place.width, place.height, null);
        pen.setColor(Color.MAGENTA);
        pen.drawRect(place.x, place.y, place.width, place.height);
        pen.dispose();
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return new Made("png", "image/png", png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A second of MP4. */
    public static Made clip() {
        try (InputStream clip = Objects.requireNonNull(Pictures.class.getResourceAsStream("/fakes/clip.mp4"))) {
            return new Made("mp4", "video/mp4", clip.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
