/** The embedded backend: classical imaging on a mannequin, video and letters, with no account anywhere. */
@NullMarked
package dev.vto.worker.adapter.out.generation.studio;

import org.jspecify.annotations.NullMarked;
