/** The job queue and the write-back, in set-based SQL. */
@NullMarked
package dev.vto.worker.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
