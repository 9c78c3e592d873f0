package dev.vto.catalog.adapter.in.rest;

/** How somebody stands to a project, in the order of the columns of {@code rights.csv}. */
enum Standing {
    ANONYMOUS,
    /** The owner, whose access token is no longer good. */
    EXPIRED,
    STRANGER,
    VIEWER,
    EDITOR,
    OWNER
}
