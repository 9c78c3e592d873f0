package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a person who signs in. */
public record UserId(UUID value) {

    public UserId {
        Objects.requireNonNull(value, "user id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
