package dev.vto.catalog.application.port;

/** Carries saved events to their readers, sooner or later. */
@FunctionalInterface
public interface Relay {

    /** Says that there is something new to carry; returns at once. */
    void wake();
}
