package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies one outfit. */
public record ProductId(UUID value) {

    public ProductId {
        Objects.requireNonNull(value, "product id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
