package dev.vto.worker.application.port;

import dev.vto.shared.job.LetterSpec.Tone;
import dev.vto.shared.job.PhotoSlot;
import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a marketing letter from what is really known of the products. */
public interface Copywriter extends Generator {

    /** The languages it writes, as {@code ko}. */
    Set<String> languages();

    /** @return the letter; fails with {@link dev.vto.worker.domain.GenerationFailed} */
    Uni<Copy> write(Request request, Call call);

    /**
     * @param outfits local photo files by slot, one map a product
     * @param language one of {@link #languages}
     */
    record Request(String projectName, List<Map<PhotoSlot, Path>> outfits, Tone tone, String language, long seed) {}

    /**
     * @param headline at most 70 characters
     * @param summary one or two sentences
     * @param bulletPoints 4-6, each at most 150 characters
     */
    record Copy(String headline, String summary, List<String> bulletPoints) {

        public Copy {
            bulletPoints = List.copyOf(bulletPoints);
            if (headline.isBlank() || headline.length() > 70 || summary.isBlank()) {
                throw new IllegalArgumentException("a letter has a headline of 1-70 characters and a summary");
            }
            if (bulletPoints.size() < 4
                    || bulletPoints.size() > 6
                    || bulletPoints.stream().anyMatch(point -> point.isBlank() || point.length() > 150)) {
                throw new IllegalArgumentException("a letter has 4-6 bullet points of 1-150 characters");
            }
        }
    }
}
