/** What travels on Kafka: topics, event types and the event's value. */
@NullMarked
package dev.vto.shared.event;

import org.jspecify.annotations.NullMarked;
