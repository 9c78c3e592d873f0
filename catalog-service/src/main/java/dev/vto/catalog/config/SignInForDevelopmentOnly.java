package dev.vto.catalog.config;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;

/** Refuses to serve anybody who signs in as anybody, but on a developer's machine. */
@ApplicationScoped
class SignInForDevelopmentOnly {

    private static final String PROFILE = "local";

    void onStart(@Observes StartupEvent event, CatalogSettings settings) {
        require(settings.devLogin() && LaunchMode.current() != LaunchMode.TEST, ConfigUtils.getProfiles());
    }

    /** @throws IllegalStateException if it is wanted in another profile */
    static void require(boolean wanted, Collection<String> profiles) {
        if (wanted && !profiles.contains(PROFILE)) {
            throw new IllegalStateException(
                    "vto.dev-login lets anybody sign in as anybody: it is taken in the profile local"
                            + " alone, and this is " + String.join(", ", profiles));
        }
    }
}
