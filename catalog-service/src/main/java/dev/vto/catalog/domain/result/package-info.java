/** What jobs made: images, videos, letters. */
@NullMarked
package dev.vto.catalog.domain.result;

import org.jspecify.annotations.NullMarked;
