package dev.vto.shared.media;

/**
 * The name of a stored file: segments of letters, digits, {@code _}, {@code -} and inner dots, separated by slashes. A
 * key is relative by construction: it cannot climb out of the folder that it is resolved against.
 */
public record MediaKey(String value) {

    /** Longest key, in characters. */
    public static final int MAX_LENGTH = 300;

    private static final int MOST_SEGMENTS = 8;

    /** @throws IllegalArgumentException if the text is not a key */
    public MediaKey {
        if (value.length() > MAX_LENGTH || !isKey(value)) {
            throw new IllegalArgumentException(
                    "not a media key: up to " + MOST_SEGMENTS + " segments of letters, digits, '_', '-' and"
                            + " inner dots, separated by '/', at most " + MAX_LENGTH + " characters in all");
        }
    }

    /** The first segment: the id of the user who owns the file. */
    public String owner() {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    /** Character by character and not by an expression: a page of pictures has hundreds of keys. */
    private static boolean isKey(String value) {
        int segments = 1;
        boolean inWord = false;
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (isOfWord(character)) {
                inWord = true;
            } else if (inWord && (character == '.' || character == '/')) {
                inWord = false;
                segments += character == '/' ? 1 : 0;
            } else {
                return false;
            }
        }
        return inWord && segments <= MOST_SEGMENTS;
    }

    private static boolean isOfWord(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '_'
                || character == '-';
    }

    @Override
    public String toString() {
        return value;
    }
}
