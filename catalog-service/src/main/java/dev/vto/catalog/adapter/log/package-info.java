/** What lines of the log tell of the request that is being served. */
@NullMarked
package dev.vto.catalog.adapter.log;

import org.jspecify.annotations.NullMarked;
