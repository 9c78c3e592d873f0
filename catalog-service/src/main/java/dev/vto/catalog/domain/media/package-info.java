/** Stored files. */
@NullMarked
package dev.vto.catalog.domain.media;

import org.jspecify.annotations.NullMarked;
