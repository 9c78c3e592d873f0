package dev.vto.worker.adapter.out.generation.studio.letter;

import dev.vto.shared.job.LetterSpec.Tone;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The sentences of one language: several for each thing that a letter says, in each tone. */
final class Phrasebook {

    /** By what is said and the tone, as {@code headline.formal}. */
    private final Map<String, List<Template>> sentences;

    private Phrasebook(Map<String, List<Template>> sentences) {
        this.sentences = sentences;
    }

    /** @param language {@code ko} or {@code en} */
    static Phrasebook of(String language) {
        String file = language + ".properties";
        Properties lines = new Properties();
        try (InputStream in = Objects.requireNonNull(Phrasebook.class.getResourceAsStream(file), file)) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Phrasebook(lines.stringPropertyNames().stream()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.groupingBy(
                        key -> key.substring(0, key.lastIndexOf('.')),
                        Collectors.mapping(key -> new Template(lines.getProperty(key)), Collectors.toList()))));
    }

    /** All sentences for one thing in one tone. */
    List<Template> sentences(String about, Tone tone) {
        return sentences.getOrDefault(about + "." + tone.name().toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * One of the sentences that the facts are enough for.
     *
     * @param most characters; longer sentences are left out
     */
    Optional<String> say(String about, Tone tone, Map<String, String> facts, int most, RandomGenerator chance) {
        List<String> possible = sentences(about, tone).stream()
                .flatMap(sentence -> sentence.fill(facts).stream())
                .filter(sentence -> sentence.length() <= most)
                .toList();
        return possible.isEmpty() ? Optional.empty() : Optional.of(possible.get(chance.nextInt(possible.size())));
    }
}
