/** How both services reach PostgreSQL. */
@NullMarked
package dev.vto.shared.adapter.postgres;

import org.jspecify.annotations.NullMarked;
