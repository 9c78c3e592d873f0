/** What the worker needs of the world, in its own words. */
@NullMarked
package dev.vto.worker.application.port;

import org.jspecify.annotations.NullMarked;
