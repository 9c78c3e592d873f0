package dev.vto.worker.adapter.out.generation.studio;

/** Words cut to size, and the Korean particles that depend on how a word ends. */
final class Text {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINAL_CONSONANTS = 28;

    private Text() {}

    /** The text, or its beginning and an ellipsis, of at most so many characters. */
    static String upTo(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end).strip() + "…";
    }

    static String withObjectParticle(String noun) {
        return noun + (endsInConsonant(noun) ? "을" : "를");
    }

    static String withTopicParticle(String noun) {
        return noun + (endsInConsonant(noun) ? "은" : "는");
    }

    /** Hangul syllables are numbered by initial, vowel and final, the final running fastest (Unicode, chapter 3.12). */
    private static boolean endsInConsonant(String noun) {
        char last = noun.charAt(noun.length() - 1);
        return last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE && (last - FIRST_SYLLABLE) % FINAL_CONSONANTS != 0;
    }
}
