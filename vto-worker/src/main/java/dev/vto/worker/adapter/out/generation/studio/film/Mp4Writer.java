package dev.vto.worker.adapter.out.generation.studio.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Writes H.264 in MP4 with its index first. FFmpeg runs in this process: the executable that comes with its natives
 * wants system libraries that a bare machine lacks.
 */
public final class Mp4Writer implements AutoCloseable {

    public static final String CONTENT_TYPE = "video/mp4";
    public static final int FRAMES_PER_SECOND = 24;

    /** The encoder whose licence allows a closed product; the other, x264, is GPL. */
    private static final String ENCODER = "libopenh264";

    private static final int BITS_PER_SECOND = 4_000_000;

    /** How the frames' colours are to be read: players guess where the file does not tell, and guess by its size. */
    private static final Map<String, String> COLORS =
            Map.of("colorspace", "smpte170m", "color_primaries", "bt709", "color_trc", "bt709", "color_range", "tv");

    static {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    }

    private final FFmpegFrameRecorder recorder;
    private final int width;
    private final int height;

    /** @param width pixels, even; height too */
    public Mp4Writer(Path file, int width, int height) throws IOException {
        this.width = width;
        this.height = height;
        this.recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
        recorder.setVideoCodecName(ENCODER);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(FRAMES_PER_SECOND);
        recorder.setGopSize(FRAMES_PER_SECOND);
        recorder.setVideoBitrate(BITS_PER_SECOND);
        recorder.setVideoOptions(COLORS);
        recorder.setOption("movflags", "+faststart");
        recorder.start();
    }

    /** @param frame of a {@link CameraMove} of the video's size */
    public void add(Mat frame) throws IOException {
        recorder.recordImage(
                width,
                height,
                Frame.DEPTH_UBYTE,
                1,
                width,
                avutil.AV_PIX_FMT_YUV420P,
                frame.<ByteBuffer>createBuffer());
    }

    /** Finishes the file. */
    @Override
    public void close() throws IOException {
        recorder.close();
    }
}
