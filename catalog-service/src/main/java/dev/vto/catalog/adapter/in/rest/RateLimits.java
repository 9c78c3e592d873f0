package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.config.CatalogSettings;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The buckets of this instance; made when they are first asked for, since filters are there before settings. */
@ApplicationScoped
class RateLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final boolean enabled;
    private final TokenBuckets users;
    private final TokenBuckets signIns;

    RateLimits(CatalogSettings settings) {
        CatalogSettings.Limits limits = settings.limits();
        this.enabled = limits.enabled();
        this.users = new TokenBuckets(limits.requestsPerMinute(), WINDOW, TimeMeter.SYSTEM_NANOTIME);
        this.signIns = new TokenBuckets(limits.signInsPerMinute(), WINDOW, TimeMeter.SYSTEM_NANOTIME);
    }

    boolean enabled() {
        return enabled;
    }

    /** One for each user, or for each address where nobody is signed in. */
    TokenBuckets users() {
        return users;
    }

    /** One for each address. */
    TokenBuckets signIns() {
        return signIns;
    }
}
