package dev.vto.catalog.domain.result;

import dev.vto.catalog.domain.Rejected;
import dev.vto.shared.id.JobId;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A marketing letter.
 *
 * @param generated what the machine wrote, whatever was edited since; null for a letter that a person wrote
 */
public record Letter(
        LetterId id,
        ProjectId projectId,
        @Nullable ProductId productId,
        @Nullable JobId jobId,
        @Nullable String language,
        Text text,
        @Nullable Text generated,
        @Nullable String provider,
        @Nullable String model,
        boolean aiGenerated,
        int version,
        Instant createdAt,
        Instant updatedAt) {

    /** A letter that a person wrote. */
    public static Letter written(
            LetterId id, ProjectId project, @Nullable ProductId product, String language, Text text, Instant now) {
        return new Letter(
                id, project, product, null, language, text.requireWhole(), null, null, null, false, 0, now, now);
    }

    /** The words. What machines wrote may be less than {@link #requireWhole} asks of people. */
    public record Text(@Nullable String headline, @Nullable String summary, List<String> bulletPoints) {

        public static final int MAX_HEADLINE = 200;
        public static final int MAX_SUMMARY = 2000;
        public static final int MIN_POINTS = 4;
        public static final int MAX_POINTS = 6;
        public static final int MAX_POINT = 150;

        public Text {
            bulletPoints = List.copyOf(bulletPoints);
        }

        public Text withHeadline(@Nullable String changed) {
            return new Text(changed, summary, bulletPoints);
        }

        public Text withSummary(String changed) {
            return new Text(headline, changed, bulletPoints);
        }

        public Text withBulletPoints(List<String> changed) {
            return new Text(headline, summary, changed);
        }

        /**
         * This text, if it is a whole letter's.
         *
         * @throws Rejected if a part is missing, too long, or too few
         */
        public Text requireWhole() {
            if (headline != null) {
                require("headline", headline, MAX_HEADLINE);
            }
            require("summary", summary, MAX_SUMMARY);
            if (bulletPoints.size() < MIN_POINTS || bulletPoints.size() > MAX_POINTS) {
                throw Rejected.invalid(
                        "bulletPoints",
                        "has " + MIN_POINTS + " to " + MAX_POINTS + " items, not " + bulletPoints.size());
            }
            bulletPoints.forEach(point -> require("bulletPoints", point, MAX_POINT));
            return this;
        }

        private static void require(String field, @Nullable String text, int most) {
            if (text == null || text.isBlank() || text.length() > most) {
                throw Rejected.invalid(field, "has 1-" + most + " characters");
            }
        }
    }
}
