package dev.vto.catalog.domain.deletion;

import java.time.Instant;

/** Something that is deleted and can be restored. */
public record Deleted<T>(T item, Instant at) {}
