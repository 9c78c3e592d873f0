/** The mannequin and what it wears. */
@NullMarked
package dev.vto.worker.adapter.out.generation.studio.figure;

import org.jspecify.annotations.NullMarked;
