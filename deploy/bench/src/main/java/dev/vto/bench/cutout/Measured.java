package dev.vto.bench.cutout;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What came of one photo.
 *
 * @param iou intersection over union, 0 to 1, without the pixels near the mask's edge
 * @param iouOfEveryPixel likewise, with them
 * @param millis of processor time that the cut-out took, with the photo decoded already
 * @param failure why it could not be measured; then the other figures mean nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Measured(String photo, double iou, double iouOfEveryPixel, long millis, @Nullable String failure) {

    static Measured of(String photo, Overlap overlap, long millis) {
        return new Measured(photo, overlap.clear(), overlap.whole(), millis, null);
    }

    static Measured failed(String photo, String why) {
        return new Measured(photo, 0, 0, 0, why);
    }

    boolean hasFailed() {
        return failure != null;
    }
}
