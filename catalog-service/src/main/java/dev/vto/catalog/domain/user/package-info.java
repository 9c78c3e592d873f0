/** People who sign in. */
@NullMarked
package dev.vto.catalog.domain.user;

import org.jspecify.annotations.NullMarked;
