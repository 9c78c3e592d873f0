/** Job systems of others, behind one interface. */
@NullMarked
package dev.vto.bench.jobs.peer;

import org.jspecify.annotations.NullMarked;
