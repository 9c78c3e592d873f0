package dev.vto.local;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegLogCallback;

/**
 * A video file, decoded from its first frame to its last.
 *
 * @param codec as FFmpeg calls it
 * @param seconds by the container
 * @param frames that could be decoded
 */
record Film(String codec, double seconds, int frames, int width, int height) {

    static Film decode(Path file) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        FFmpegLogCallback.set();
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.start();
            int frames = 0;
            while (grabber.grabImage() != null) {
                frames++;
            }
            return new Film(
                    grabber.getVideoCodecName(),
                    grabber.getLengthInTime() / 1e6,
                    frames,
                    grabber.getImageWidth(),
                    grabber.getImageHeight());
        }
    }
}
