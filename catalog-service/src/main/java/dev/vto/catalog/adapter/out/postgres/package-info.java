/** The tables: Hibernate Reactive for what people edit, the PG client for jobs, results and the outbox. */
@NullMarked
package dev.vto.catalog.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
