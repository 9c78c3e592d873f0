/** Stored photos and signed URLs. */
@NullMarked
package dev.vto.catalog.adapter.out.media;

import org.jspecify.annotations.NullMarked;
