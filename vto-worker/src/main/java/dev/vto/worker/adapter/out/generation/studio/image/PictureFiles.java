package dev.vto.worker.adapter.out.generation.studio.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.coobird.thumbnailator.Thumbnails;

/** Writes pictures as JPEG files into a run's folder. */
public final class PictureFiles {

    public static final String CONTENT_TYPE = "image/jpeg";

    private static final double QUALITY = 0.92;
    private static final int THUMBNAIL_WIDTH = 400;

    private PictureFiles() {}

    public static Path write(BufferedImage image, Path folder) throws IOException {
        return write(image, folder, image.getWidth());
    }

    public static Path writeThumbnail(BufferedImage image, Path folder) throws IOException {
        return write(image, folder, THUMBNAIL_WIDTH);
    }

    private static Path write(BufferedImage image, Path folder, int width) throws IOException {
        Path file = Files.createTempFile(folder, "picture", ".jpg");
        Thumbnails.of(image)
                .width(width)
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .allowOverwrite(true)
                .toFile(file.toFile());
        return file;
    }
}
