package dev.vto.bench.cutout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * All photos, and what they come to. Photos that failed count as nothing found.
 *
 * @param longestMillis of all photos
 * @param withoutMask names of photos that were only timed, and the milliseconds of processor time that they took
 */
record Report(
        double meanIou,
        double worstIou,
        double meanIouOfEveryPixel,
        double worstIouOfEveryPixel,
        long longestMillis,
        List<Measured> photos,
        Map<String, Long> withoutMask) {

    private static final String ROW = "%-56s  %6.4f  %11.4f  %6d ms%n";

    static Report of(List<Measured> photos, Map<String, Long> withoutMask) {
        return new Report(
                mean(photos, Measured::iou),
                worst(photos, Measured::iou),
                mean(photos, Measured::iouOfEveryPixel),
                worst(photos, Measured::iouOfEveryPixel),
                LongStream.concat(
                                photos.stream().mapToLong(Measured::millis),
                                withoutMask.values().stream().mapToLong(Long::longValue))
                        .max()
                        .orElse(0),
                List.copyOf(photos),
                Collections.unmodifiableMap(new TreeMap<>(withoutMask)));
    }

    static void printHead(PrintWriter to) {
        to.printf("%-56s  %6s  %11s  %9s%n", "photo", "IoU", "every pixel", "time");
    }

    static void print(Measured photo, PrintWriter to) {
        if (photo.hasFailed()) {
            to.printf("%-56s  %s%n", photo.photo(), photo.failure());
        } else {
            to.printf(Locale.ROOT, ROW, photo.photo(), photo.iou(), photo.iouOfEveryPixel(), photo.millis());
        }
        to.flush();
    }

    void printEnd(PrintWriter to) {
        to.printf(Locale.ROOT, "%-56s  %6.4f  %11.4f%n", "mean of " + photos.size(), meanIou, meanIouOfEveryPixel);
        to.printf(Locale.ROOT, ROW, "worst, and longest of all", worstIou, worstIouOfEveryPixel, longestMillis);
        withoutMask.forEach((name, millis) -> to.printf(Locale.ROOT, "%-56s  %19s  %6d ms%n", name, "no mask", millis));
        to.flush();
    }

    void write(Path file) throws IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }

    private static double mean(List<Measured> photos, ToDoubleFunction<Measured> figure) {
        return photos.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double worst(List<Measured> photos, ToDoubleFunction<Measured> figure) {
        return photos.stream().mapToDouble(figure).min().orElse(0);
    }
}
