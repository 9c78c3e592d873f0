/** Replicate: https://replicate.com/docs/reference/http. */
@NullMarked
package dev.vto.worker.adapter.out.generation.replicate;

import org.jspecify.annotations.NullMarked;
