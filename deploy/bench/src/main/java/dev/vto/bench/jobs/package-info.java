/** The benchmark of the job system beside those that people use: what is run, and on what. */
@NullMarked
package dev.vto.bench.jobs;

import org.jspecify.annotations.NullMarked;
