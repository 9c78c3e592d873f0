/** Streams of job events: how they are opened, fed and ended. */
@NullMarked
package dev.vto.catalog.application.stream;

import org.jspecify.annotations.NullMarked;
