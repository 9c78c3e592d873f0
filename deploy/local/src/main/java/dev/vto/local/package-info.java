/** The local stack: PostgreSQL, Kafka and both services on one machine. */
@NullMarked
package dev.vto.local;

import org.jspecify.annotations.NullMarked;
