/** Photos in, results out. */
@NullMarked
package dev.vto.worker.adapter.out.media;

import org.jspecify.annotations.NullMarked;
