package dev.vto.catalog.application.stream;

import dev.vto.catalog.application.port.StreamRights;
import dev.vto.catalog.domain.job.EventScope;
import java.time.Instant;

/**
 * A stream that a reader may open.
 *
 * @param expires when it ends at the latest
 */
public record Subscription(EventScope scope, StreamRights.Reading reading, Instant expires, Opening opening) {}
