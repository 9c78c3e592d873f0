/** Cuts a garment out of its photo. */
@NullMarked
package dev.vto.worker.adapter.out.generation.studio.cutout;

import org.jspecify.annotations.NullMarked;
