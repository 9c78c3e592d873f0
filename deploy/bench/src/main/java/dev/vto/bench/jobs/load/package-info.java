/** Load: how fast, when, and how long what is asked for takes. */
@NullMarked
package dev.vto.bench.jobs.load;

import org.jspecify.annotations.NullMarked;
