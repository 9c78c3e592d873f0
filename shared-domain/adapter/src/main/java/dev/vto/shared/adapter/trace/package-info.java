/** Traces: the spans of both services, and where they are sent. */
@NullMarked
package dev.vto.shared.adapter.trace;

import org.jspecify.annotations.NullMarked;
