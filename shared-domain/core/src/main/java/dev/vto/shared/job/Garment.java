package dev.vto.shared.job;

/** A piece of an outfit, declared in the order in which the pieces are worn: each lies over those before it. */
public enum Garment {
    BOTTOM,
    UPPER,
    ONEPIECE,
    OUTER
}
