/** What is deleted and restored as a whole, and for how long. */
@NullMarked
package dev.vto.catalog.domain.deletion;

import org.jspecify.annotations.NullMarked;
