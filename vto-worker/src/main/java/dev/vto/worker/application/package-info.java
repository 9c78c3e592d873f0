/** What a worker does: claim, run, finish. */
@NullMarked
package dev.vto.worker.application;

import org.jspecify.annotations.NullMarked;
