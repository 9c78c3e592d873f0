/** fal's queue: https://docs.fal.ai. */
@NullMarked
package dev.vto.fakes.fal;

import org.jspecify.annotations.NullMarked;
