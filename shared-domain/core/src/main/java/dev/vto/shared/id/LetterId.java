package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a marketing letter. */
public record LetterId(UUID value) {

    public LetterId {
        Objects.requireNonNull(value, "letter id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
