/** What the worker shows of its runs. */
@NullMarked
package dev.vto.worker.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
