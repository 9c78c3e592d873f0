/** What the benchmark is run on: servers, services, users and the machine. */
@NullMarked
package dev.vto.bench.jobs.stage;

import org.jspecify.annotations.NullMarked;
