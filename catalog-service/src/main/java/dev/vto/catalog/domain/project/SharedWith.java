package dev.vto.catalog.domain.project;

import dev.vto.shared.id.UserId;
import org.jspecify.annotations.Nullable;

/** Someone with whom a project is shared, as its owner sees them. */
public record SharedWith(UserId userId, @Nullable String name, Role role) {}
