/** Requests for generation, as the catalog sees them. */
@NullMarked
package dev.vto.catalog.domain.job;

import org.jspecify.annotations.NullMarked;
