/** Benchmarks that are run by hand. */
@NullMarked
package dev.vto.bench;

import org.jspecify.annotations.NullMarked;
