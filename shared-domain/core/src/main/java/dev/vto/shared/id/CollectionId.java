package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a season or line of one user. */
public record CollectionId(UUID value) {

    public CollectionId {
        Objects.requireNonNull(value, "collection id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
