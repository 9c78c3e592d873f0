package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies one request for generation. */
public record JobId(UUID value) {

    public JobId {
        Objects.requireNonNull(value, "job id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
