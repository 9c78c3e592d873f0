package dev.vto.local.sample;

import java.awt.Shape;

/**
 * Colour on top of the cloth: a label's letters, or a faded place.
 *
 * @param softness of its edge in pixels
 */
record Print(Shape shape, Tone tone, double opacity, double softness) {}
