/** Processes that the benchmark starts for load and for peers, and ends with itself. */
@NullMarked
package dev.vto.bench.jobs.process;

import org.jspecify.annotations.NullMarked;
