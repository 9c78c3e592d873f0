/** Access tokens. */
@NullMarked
package dev.vto.catalog.adapter.out.identity;

import org.jspecify.annotations.NullMarked;
