package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies one shoot. */
public record ProjectId(UUID value) {

    public ProjectId {
        Objects.requireNonNull(value, "project id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
