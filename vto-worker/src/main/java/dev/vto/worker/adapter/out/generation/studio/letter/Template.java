package dev.vto.worker.adapter.out.generation.studio.letter;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with blanks. {@code {outfit}} stands for a fact, {@code {Outfit}} for the same with a capital letter, and
 * {@code {outfit:을}} for the fact and the Korean particle after it.
 */
record Template(String text) {

    private static final Pattern BLANK = Pattern.compile("\\{(\\w+)(?::([가-힣]+))?}");

    /** The sentence, or empty where it says more than is known. */
    Optional<String> fill(Map<String, String> facts) {
        StringBuilder sentence = new StringBuilder();
        Matcher blank = BLANK.matcher(text);
        while (blank.find()) {
            Optional<String> words = words(blank.group(1), facts)
                    .flatMap(fact -> blank.group(2) == null
                            ? Optional.of(fact)
                            : Particle.of(blank.group(2)).after(fact));
            if (words.isEmpty()) {
                return Optional.empty();
            }
            blank.appendReplacement(sentence, Matcher.quoteReplacement(words.get()));
        }
        return Optional.of(blank.appendTail(sentence).toString());
    }

    private static Optional<String> words(String name, Map<String, String> facts) {
        boolean capital = Character.isUpperCase(name.charAt(0));
        String key = capital ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
        return Optional.ofNullable(facts.get(key))
                .map(fact -> capital ? Character.toUpperCase(fact.charAt(0)) + fact.substring(1) : fact);
    }
}
