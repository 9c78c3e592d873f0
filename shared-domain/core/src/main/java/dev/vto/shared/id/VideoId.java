package dev.vto.shared.id;

import java.util.Objects;
import java.util.UUID;

/** Identifies a generated video. */
public record VideoId(UUID value) {

    public VideoId {
        Objects.requireNonNull(value, "video id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
