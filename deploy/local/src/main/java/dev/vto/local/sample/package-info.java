/** The sample garment photos: drawn by the project itself, so that they are free to use. */
@NullMarked
package dev.vto.local.sample;

import org.jspecify.annotations.NullMarked;
