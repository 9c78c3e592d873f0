/** The SQL of the platform from a client that does nothing else, where pgbench is not there. */
@NullMarked
package dev.vto.bench.jobs.peer.sql;

import org.jspecify.annotations.NullMarked;
