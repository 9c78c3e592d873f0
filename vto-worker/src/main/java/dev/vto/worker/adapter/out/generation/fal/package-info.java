/** fal's queue: https://docs.fal.ai. */
@NullMarked
package dev.vto.worker.adapter.out.generation.fal;

import org.jspecify.annotations.NullMarked;
