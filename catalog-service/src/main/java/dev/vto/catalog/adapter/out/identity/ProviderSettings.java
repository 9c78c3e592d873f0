package dev.vto.catalog.adapter.out.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How a provider of OpenID Connect is asked.
 *
 * @param issuers what its tokens may name as their issuer
 * @param audiences the client ids that it knows us by; none: it is not in use here
 * @param timeout of connecting, and of reading
 * @param refetchInterval how soon after an unknown kid made us fetch the keys the next one may
 */
public record ProviderSettings(
        List<String> issuers, URI jwksUrl, List<String> audiences, Duration timeout, Duration refetchInterval) {

    public ProviderSettings {
        issuers = List.copyOf(issuers);
        audiences = List.copyOf(audiences);
    }
}
