/** The relay from the outbox to Kafka. */
@NullMarked
package dev.vto.catalog.adapter.out.kafka;

import org.jspecify.annotations.NullMarked;
