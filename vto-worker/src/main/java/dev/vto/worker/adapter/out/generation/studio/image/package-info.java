/** Photos and pictures as files and as pixels. */
@NullMarked
package dev.vto.worker.adapter.out.generation.studio.image;

import org.jspecify.annotations.NullMarked;
