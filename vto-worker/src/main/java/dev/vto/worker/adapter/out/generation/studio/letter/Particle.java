package dev.vto.worker.adapter.out.generation.studio.letter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Korean particles whose form depends on the sound that the word before them ends in. */
enum Particle {
    OBJECT("을", "를"),
    SUBJECT("이", "가"),
    TOPIC("은", "는"),
    WITH("과", "와"),
    BY("으로", "로"),
    COPULA("이에요", "예요");

    /** What a word ends in. */
    private enum Sound {
        VOWEL,
        RIEUL,
        OTHER_CONSONANT
    }

    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';
    private static final int FINALS = 28;
    private static final int RIEUL = 8;

    /** 영 일 이 삼 사 오 육 칠 팔 구; a number that ends in 0 ends in 영, 십, 백, 천 or 만. */
    private static final String DIGITS_IN_RIEUL = "178";

    private static final String DIGITS_IN_CONSONANT = "036";

    /** Quotation marks, exclamations and emoji are not read; a bracket leaves open which word counts. */
    private static final Pattern LAST_WORD = Pattern.compile("([가-힣]|[0-9]|[A-Za-z]+)[^\\p{L}\\p{N}()\\[\\]]*$");

    /** Without a vowel, as FW or BTS. */
    private static final Pattern LETTERS_ONE_BY_ONE = Pattern.compile("[A-Z&&[^AEIOUY]]{1,4}");

    /**
     * Endings of Latin words that Korean writes one way only. Not among them: b, d, g, k, p, t, c and a silent e after
     * them or after l, m, n, as {@code book} is 북, but {@code park} 파크.
     */
    private static final Pattern SURE_VOWEL = Pattern.compile(".*([aiouyfhjrsvwxz]|[aioufgcvzksrdhy]e|ee)");

    private static final Pattern SURE_CONSONANT = Pattern.compile(".*([lmn]|ng)");

    private final String afterConsonant;
    private final String afterVowel;

    Particle(String afterConsonant, String afterVowel) {
        this.afterConsonant = afterConsonant;
        this.afterVowel = afterVowel;
    }

    /** @param form as after a consonant */
    static Particle of(String form) {
        return Arrays.stream(values())
                .filter(particle -> particle.afterConsonant.equals(form))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no particle has the form " + form));
    }

    /** The words with this particle, or empty where nobody can tell how they end when they are read out. */
    Optional<String> after(String words) {
        return soundOf(words).map(sound -> words + form(sound));
    }

    private String form(Sound sound) {
        boolean closed = this == BY ? sound == Sound.OTHER_CONSONANT : sound != Sound.VOWEL;
        return closed ? afterConsonant : afterVowel;
    }

    private static Optional<Sound> soundOf(String words) {
        String plain = Normalizer.normalize(
                Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036F]", ""),
                Normalizer.Form.NFC);
        Matcher last = LAST_WORD.matcher(plain);
        if (!last.find()) {
            return Optional.empty();
        }
        String word = last.group(1);
        char end = word.charAt(word.length() - 1);
        if (end >= FIRST_SYLLABLE && end <= LAST_SYLLABLE) {
            return Optional.of(ofSyllable(end));
        }
        return Character.isDigit(end) ? Optional.of(ofDigit(end)) : ofLatin(word);
    }

    /** Hangul syllables are numbered by initial, vowel and final, the final running fastest (Unicode, chapter 3.12). */
    private static Sound ofSyllable(char syllable) {
        int end = (syllable - FIRST_SYLLABLE) % FINALS;
        if (end == 0) {
            return Sound.VOWEL;
        }
        return end == RIEUL ? Sound.RIEUL : Sound.OTHER_CONSONANT;
    }

    private static Sound ofDigit(char digit) {
        if (DIGITS_IN_RIEUL.indexOf(digit) >= 0) {
            return Sound.RIEUL;
        }
        return DIGITS_IN_CONSONANT.indexOf(digit) >= 0 ? Sound.OTHER_CONSONANT : Sound.VOWEL;
    }

    private static Optional<Sound> ofLatin(String word) {
        if (LETTERS_ONE_BY_ONE.matcher(word).matches()) {
            return Optional.of(ofLetter(word.charAt(word.length() - 1)));
        }
        String small = word.toLowerCase(Locale.ROOT);
        if (SURE_CONSONANT.matcher(small).matches()) {
            return Optional.of(small.endsWith("l") ? Sound.RIEUL : Sound.OTHER_CONSONANT);
        }
        return SURE_VOWEL.matcher(small).matches() ? Optional.of(Sound.VOWEL) : Optional.empty();
    }

    /** 엘, 알, 엠 and 엔 are the letters that end in a consonant. */
    private static Sound ofLetter(char letter) {
        if (letter == 'L' || letter == 'R') {
            return Sound.RIEUL;
        }
        return letter == 'M' || letter == 'N' ? Sound.OTHER_CONSONANT : Sound.VOWEL;
    }
}
