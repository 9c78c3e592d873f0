/** Files of other sites. */
@NullMarked
package dev.vto.worker.adapter.out.http;

import org.jspecify.annotations.NullMarked;
