/** Generation backends, one package each, and what makes them choosable by a setting. */
@NullMarked
package dev.vto.worker.adapter.out.generation;

import org.jspecify.annotations.NullMarked;
