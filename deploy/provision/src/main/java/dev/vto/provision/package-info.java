/** What the platform needs of PostgreSQL and Kafka before a service starts, and the command that makes it. */
@NullMarked
package dev.vto.provision;

import org.jspecify.annotations.NullMarked;
