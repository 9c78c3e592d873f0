package dev.vto.catalog.domain;

/**
 * What one account may have.
 *
 * @param openJobs of its projects, whoever submitted them
 */
public record Caps(Cap collections, Cap projects, Cap openJobs) {

    /** No bounds at all. */
    public static final Caps NONE = new Caps(Cap.NONE, Cap.NONE, Cap.NONE);
}
