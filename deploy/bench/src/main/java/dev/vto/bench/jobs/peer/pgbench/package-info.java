/** pgbench, which runs the SQL of the platform without the platform. */
@NullMarked
package dev.vto.bench.jobs.peer.pgbench;

import org.jspecify.annotations.NullMarked;
