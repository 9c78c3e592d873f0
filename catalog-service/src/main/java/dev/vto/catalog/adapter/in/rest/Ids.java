package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Rejected;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Ids as they stand in paths, queries and bodies. */
final class Ids {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** @throws Rejected if the text is no UUID */
    static <T> T of(String name, String text, Function<UUID, T> make) {
        return make.apply(parse(text).orElseThrow(() -> Rejected.invalid(name, "is a UUID")));
    }

    static Optional<UUID> parse(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
