package dev.vto.catalog.application.stream;

/** Why a stream was not opened. */
public enum Refusal {
    /** The user has as many open as one may have. */
    USER,
    /** This instance has as many open as it takes, or stops. */
    INSTANCE
}
