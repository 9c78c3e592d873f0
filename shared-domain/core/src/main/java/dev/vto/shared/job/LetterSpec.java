package dev.vto.shared.job;

import java.util.List;

/**
 * A marketing letter.
 *
 * @param projectName as it was at submit
 * @param outfits what the letter is about: one product, or every product of the project
 * @param language {@code ko} or {@code en}
 */
public record LetterSpec(String projectName, List<Outfit> outfits, Tone tone, String language) implements JobSpec {

    /** How the letter speaks to its reader. */
    public enum Tone {
        FRIENDLY,
        FORMAL,
        PLAYFUL,
        LUXURIOUS
    }

    /** As many as a job makes pictures of: a letter counts what it is about, and leaves none out. */
    public static final int MAX_PRODUCTS = ImageSpec.MAX_IMAGES;

    /** What letters can be written in. */
    public static final List<String> LANGUAGES = List.of("ko", "en");

    public LetterSpec {
        outfits = List.copyOf(outfits);
        if (outfits.isEmpty()) {
            throw new IllegalArgumentException("a letter is about at least one product");
        }
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language is one of " + LANGUAGES + ", not " + language);
        }
    }

    @Override
    public JobKind kind() {
        return JobKind.LETTER;
    }
}
