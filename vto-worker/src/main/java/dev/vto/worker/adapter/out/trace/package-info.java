/** Spans of runs, and of what they ask of backends. */
@NullMarked
package dev.vto.worker.adapter.out.trace;

import org.jspecify.annotations.NullMarked;
