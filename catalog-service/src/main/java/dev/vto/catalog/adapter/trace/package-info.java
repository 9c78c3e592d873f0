/** The trace that a request belongs to. */
@NullMarked
package dev.vto.catalog.adapter.trace;

import org.jspecify.annotations.NullMarked;
