package dev.vto.shared.job;

/** What a job makes. */
public enum JobKind {
    /** Try-on pictures of products, one file a product, view and count. */
    IMAGE,
    /** A short video from pictures that exist. */
    VIDEO,
    /** A marketing letter. */
    LETTER
}
