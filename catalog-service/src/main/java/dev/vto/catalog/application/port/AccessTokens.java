package dev.vto.catalog.application.port;

import dev.vto.shared.id.UserId;
import java.time.Duration;

/** Access tokens of our own. */
public interface AccessTokens {

    /** How long one is good. */
    Duration LIFETIME = Duration.ofMinutes(15);

    /** A signed token that says who the bearer is. */
    String issue(UserId user);
}
