/** Cog: https://cog.run/http. */
@NullMarked
package dev.vto.fakes.cog;

import org.jspecify.annotations.NullMarked;
