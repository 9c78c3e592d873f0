package dev.vto.worker.adapter.out.generation.studio.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words cut to size. */
final class Text {

    /** What a reader takes for one character, as an emoji of several code points (Unicode, annex 29). */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private Text() {}

    /** The text, or its beginning and an ellipsis, of at most so many UTF-16 units; where it can, it ends with a word. */
    static String upTo(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = 0;
        Matcher character = CHARACTER.matcher(text);
        while (character.find() && character.end() < most) {
            end = character.end();
        }
        int word = text.lastIndexOf(' ', end);
        return text.substring(0, word > most / 2 ? word : end).strip() + "…";
    }
}
