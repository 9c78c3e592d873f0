package dev.vto.shared.job;

import java.util.List;

/**
 * Try-on pictures.
 *
 * @param outfits what is worn: one product, or every product of the project
 * @param views the sides to show, without repeats
 * @param count pictures per product and view, 1-8
 * @param seed makes the result repeatable where the backend can; picture {@code n} of a product and view uses seed + n
 * @param person who wears it
 */
public record ImageSpec(List<Outfit> outfits, List<View> views, int count, long seed, Person person)
        implements JobSpec {

    public static final int MAX_COUNT = 8;

    /** All pictures of one job. */
    public static final int MAX_IMAGES = 64;

    public ImageSpec {
        outfits = List.copyOf(outfits);
        views = List.copyOf(views);
        if (outfits.isEmpty() || views.isEmpty() || views.stream().distinct().count() < views.size()) {
            throw new IllegalArgumentException("an image job has at least one product, and at least one view, once");
        }
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count is 1-" + MAX_COUNT + ", not " + count);
        }
        if (outfits.size() * views.size() * count > MAX_IMAGES) {
            throw new IllegalArgumentException(
                    "at most " + MAX_IMAGES + " images a job, not " + outfits.size() * views.size() * count);
        }
    }

    /** How many pictures the job makes: all of them or none. */
    public int images() {
        return outfits.size() * views.size() * count;
    }

    @Override
    public JobKind kind() {
        return JobKind.IMAGE;
    }
}
