package dev.vto.catalog.domain.project;

/** What someone is in a project. Each may do all that those before it may. */
public enum Role {
    /** Reads the project, its products, results and jobs. */
    VIEWER,
    /** Also changes products and letters, and submits, cancels and retries jobs. */
    EDITOR,
    /** May do everything. */
    OWNER;

    public boolean atLeast(Role needed) {
        return compareTo(needed) >= 0;
    }
}
