package dev.vto.shared.job;

/** The side from which a garment or a person is seen. */
public enum View {
    FRONT,
    BACK
}
