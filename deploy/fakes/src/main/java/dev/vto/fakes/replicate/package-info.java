/** Replicate: https://replicate.com/docs/reference/http. */
@NullMarked
package dev.vto.fakes.replicate;

import org.jspecify.annotations.NullMarked;
