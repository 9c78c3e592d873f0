package dev.vto.fakes;

/** What a request comes to: an {@link Answer} at once, or one that is {@link Held}. */
public sealed interface Reply permits Answer, Held {}
