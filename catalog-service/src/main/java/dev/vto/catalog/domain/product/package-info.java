/** Products: outfits of up to eight photos. */
@NullMarked
package dev.vto.catalog.domain.product;

import org.jspecify.annotations.NullMarked;
