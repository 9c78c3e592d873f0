package dev.vto.worker.adapter.out.generation.studio.film;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
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

    static {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    }

    private final FFmpegFrameRecorder recorder;
    private final Frame frame;

    /** @param width pixels, even; height too */
    public Mp4Writer(Path file, int width, int height) throws IOException {
        this.frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3);
        this.recorder = new FFmpegFrameRecorder(file.toFile(), width, height, 0);
        recorder.setFormat("mp4");
        recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
        recorder.setVideoCodecName(ENCODER);
        recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
        recorder.setFrameRate(FRAMES_PER_SECOND);
        recorder.setGopSize(FRAMES_PER_SECOND);
        recorder.setVideoBitrate(BITS_PER_SECOND);
        recorder.setOption("movflags", "+faststart");
        recorder.start();
    }

    /** @param picture 8-bit BGR of the video's size, continuous */
    public void add(Mat picture) throws IOException {
        ByteBuffer pixels = (ByteBuffer) frame.image[0];
        pixels.clear();
        pixels.put(picture.<ByteBuffer>createBuffer()).flip();
        recorder.record(frame);
    }

    /** Finishes the file. */
    @Override
    public void close() throws IOException {
        recorder.close();
        frame.close();
    }
}
