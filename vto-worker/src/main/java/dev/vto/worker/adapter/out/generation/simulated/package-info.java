/** A backend that makes small real files: for tests and load. */
@NullMarked
package dev.vto.worker.adapter.out.generation.simulated;

import org.jspecify.annotations.NullMarked;
