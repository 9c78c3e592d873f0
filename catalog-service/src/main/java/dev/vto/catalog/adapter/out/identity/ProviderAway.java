package dev.vto.catalog.adapter.out.identity;

import org.jose4j.lang.UnresolvableKeyException;

/** A provider's keys cannot be had, which says nothing of the token. */
final class ProviderAway extends UnresolvableKeyException {

    ProviderAway(Exception cause) {
        super("the provider's keys cannot be had", cause);
    }
}
