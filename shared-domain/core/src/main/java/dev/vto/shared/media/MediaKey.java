package dev.vto.shared.media;

import java.util.regex.Pattern;

/**
 * The name of a stored file: segments of letters, digits, {@code _}, {@code -} and inner dots, separated by slashes. A
 * key is relative by construction: it cannot climb out of the folder that it is resolved against.
 */
public record MediaKey(String value) {

    /** Longest key, in characters. */
    public static final int MAX_LENGTH = 300;

    private static final String WORD = "[A-Za-z0-9_-]++";
    private static final String SEGMENT = WORD + "(?:\\." + WORD + ")*+";

    /** Possessive, since a key is read for each picture of a page: it never goes back to try a shorter match. */
    private static final Pattern SHAPE = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + "){0,7}+");

    /** @throws IllegalArgumentException if the text is not a key */
    public MediaKey {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a media key: up to 8 segments of letters, digits, '_', '-' and"
                    + " inner dots, separated by '/', at most " + MAX_LENGTH + " characters in all");
        }
    }

    /** The first segment: the id of the user who owns the file. */
    public String owner() {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    @Override
    public String toString() {
        return value;
    }
}
