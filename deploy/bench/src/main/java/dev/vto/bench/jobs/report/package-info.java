/** What was measured, as a table and as JSON. */
@NullMarked
package dev.vto.bench.jobs.report;

import org.jspecify.annotations.NullMarked;
