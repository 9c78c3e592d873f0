package dev.vto.worker.adapter.out.generation.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoFilesTest {

    private static final int MOST_BYTES = 20_000;

    @TempDir
    Path folder;

    @Test
    void makesAPhotoSmallerUntilItFits() throws IOException {
        BufferedImage noise = new BufferedImage(400, 600, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        Path photo = folder.resolve("noise.png");
        ImageIO.write(noise, "png", photo.toFile());

        String base64 = new PhotoFiles(Runnable::run)
                .within(MOST_BYTES)
                .base64(photo, "photo")
                .await()
                .indefinitely();

        byte[] jpeg = Base64.getDecoder().decode(base64);
        BufferedImage sent = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(jpeg.length).isBetween(MOST_BYTES / 2, MOST_BYTES);
        assertThat((double) sent.getWidth() / sent.getHeight()).isBetween(0.64, 0.70);
    }
}
