/** What the studio makes of photos, to be looked at. */
@NullMarked
package dev.vto.bench.studio;

import org.jspecify.annotations.NullMarked;
