/** What the statements of the services cost PostgreSQL, as it tells it itself. */
@NullMarked
package dev.vto.bench.jobs.statement;

import org.jspecify.annotations.NullMarked;
