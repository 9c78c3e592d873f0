/** Whether the worker makes progress. */
@NullMarked
package dev.vto.worker.adapter.in.health;

import org.jspecify.annotations.NullMarked;
