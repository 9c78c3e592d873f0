/** Hears of job events. */
@NullMarked
package dev.vto.catalog.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
