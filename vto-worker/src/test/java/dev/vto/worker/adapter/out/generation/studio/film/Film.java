package dev.vto.worker.adapter.out.generation.studio.film;

import dev.vto.worker.application.port.VideoGenerator.Clip;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Looks at the frames of a video. */
public final class Film {

    private static final int WIDTH = 180;

    private Film() {}

    /** All frames, made smaller. */
    public static List<BufferedImage> frames(Clip clip) throws IOException {
        List<BufferedImage> frames = new ArrayList<>();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(clip.file().toFile());
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            grabber.setImageWidth(WIDTH);
            grabber.setImageHeight(WIDTH * clip.height() / clip.width());
            grabber.start();
            for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
                frames.add(Java2DFrameConverter.cloneBufferedImage(converter.convert(frame)));
            }
        }
        return frames;
    }

    public static Color middle(BufferedImage frame) {
        return new Color(frame.getRGB(frame.getWidth() / 2, frame.getHeight() / 2));
    }

    public static int darkPixels(BufferedImage frame) {
        int dark = 0;
        for (int y = 0; y < frame.getHeight(); y++) {
            for (int x = 0; x < frame.getWidth(); x++) {
                dark += new Color(frame.getRGB(x, y)).getGreen() < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
