/** Collections: the seasons and lines of a user. */
@NullMarked
package dev.vto.catalog.domain.collection;

import org.jspecify.annotations.NullMarked;
