/** PostgreSQL and Kafka for tests: one of each for a test JVM, embedded or in containers. */
@NullMarked
package dev.vto.infra.test;

import org.jspecify.annotations.NullMarked;
