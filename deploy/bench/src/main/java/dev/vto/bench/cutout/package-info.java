/** How well garments are cut out of photos, beside masks drawn by hand. */
@NullMarked
package dev.vto.bench.cutout;

import org.jspecify.annotations.NullMarked;
