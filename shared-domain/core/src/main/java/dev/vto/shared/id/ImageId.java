package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a generated picture. */
public record ImageId(UUID value) {

    public ImageId {
        Objects.requireNonNull(value, "image id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
