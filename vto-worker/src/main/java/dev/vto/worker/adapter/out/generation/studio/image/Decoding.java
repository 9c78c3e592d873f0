package dev.vto.worker.adapter.out.generation.studio.image;

import java.io.IOException;
import org.bytedeco.opencv.opencv_core.Mat;

/** One way of decoding one photo. */
interface Decoding {

    /** The most that it takes of memory, on the heap and off it, its result included. */
    long bytes() throws IOException;

    /**
     * Decodes, with pixels left out where the photo is large.
     *
     * @return 8-bit grey, BGR, or BGRA with its colours multiplied by alpha; in the photo's own colour space
     */
    Mat decode() throws IOException;
}
