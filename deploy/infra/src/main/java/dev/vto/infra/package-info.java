/** PostgreSQL and Kafka as the platform needs them, embedded in one JVM and durable. */
@NullMarked
package dev.vto.infra;

import org.jspecify.annotations.NullMarked;
