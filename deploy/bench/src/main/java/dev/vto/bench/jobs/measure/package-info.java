/** The measures, each with its contenders. */
@NullMarked
package dev.vto.bench.jobs.measure;

import org.jspecify.annotations.NullMarked;
