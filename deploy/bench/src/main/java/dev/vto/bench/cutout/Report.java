package dev.vto.bench.cutout;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * All photos, and what they come to. Photos that failed count as nothing found.
 *
 * @param withoutMask names of photos that were left out
 */
record Report(
        double meanIou,
        double worstIou,
        double meanIouOfEveryPixel,
        double worstIouOfEveryPixel,
        long longestMillis,
        List<Measured> photos,
        List<String> withoutMask) {

    private static final String ROW = "%-56s  %6.4f  %11.4f  %6d ms%n";

    static Report of(List<Measured> photos, List<String> withoutMask) {
        return new Report(
                mean(photos, Measured::iou),
                worst(photos, Measured::iou),
                mean(photos, Measured::iouOfEveryPixel),
                worst(photos, Measured::iouOfEveryPixel),
                photos.stream().mapToLong(Measured::millis).max().orElse(0),
                List.copyOf(photos),
                List.copyOf(withoutMask));
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
        to.printf(Locale.ROOT, ROW, "worst", worstIou, worstIouOfEveryPixel, longestMillis);
        if (!withoutMask.isEmpty()) {
            to.println("without a mask, and left out: " + String.join(", ", withoutMask));
        }
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
