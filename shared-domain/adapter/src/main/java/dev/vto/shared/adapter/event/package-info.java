/** How job events get into the outbox. */
@NullMarked
package dev.vto.shared.adapter.event;

import org.jspecify.annotations.NullMarked;
