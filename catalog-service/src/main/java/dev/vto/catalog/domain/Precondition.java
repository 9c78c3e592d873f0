package dev.vto.catalog.domain;

import java.util.Set;

/**
 * What must hold of a resource before it is changed: that its version is one that the sender has read.
 *
 * @param versions empty for any
 */
public record Precondition(Set<Integer> versions) {

    public static final Precondition NONE = new Precondition(Set.of());

    public Precondition {
        versions = Set.copyOf(versions);
    }

    /** @throws Rejected as STALE if the version is another */
    public void require(int version) {
        if (!versions.isEmpty() && !versions.contains(version)) {
            throw Rejected.stale();
        }
    }
}
