package dev.vto.catalog.domain;

/** What people call a thing: trimmed, 1-200 characters, none of them a control character. */
public record Name(String value) {

    public static final int MAX_LENGTH = 200;

    /** @throws Rejected if the text is no name */
    public Name {
        value = value.strip();
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw Rejected.invalid("name", "has 1-" + MAX_LENGTH + " characters, not counting blanks at its ends");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Rejected.invalid("name", "has no control characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
