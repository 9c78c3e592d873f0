/** db-scheduler. */
@NullMarked
package dev.vto.bench.jobs.peer.dbscheduler;

import org.jspecify.annotations.NullMarked;
