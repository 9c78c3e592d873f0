/** Letters from what is seen on photos: colours and garments, in sentences that stand in resource files. */
@NullMarked
package dev.vto.worker.adapter.out.generation.studio.letter;

import org.jspecify.annotations.NullMarked;
