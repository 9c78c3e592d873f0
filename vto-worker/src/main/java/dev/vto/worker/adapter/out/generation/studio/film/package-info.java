/** Moves over pictures, and the file they are written to. */
@NullMarked
package dev.vto.worker.adapter.out.generation.studio.film;

import org.jspecify.annotations.NullMarked;
