/** Models in images that Cog has built, on machines of one's own: https://cog.run/http. */
@NullMarked
package dev.vto.worker.adapter.out.generation.cog;

import org.jspecify.annotations.NullMarked;
