/** JobRunr. */
@NullMarked
package dev.vto.bench.jobs.peer.jobrunr;

import org.jspecify.annotations.NullMarked;
