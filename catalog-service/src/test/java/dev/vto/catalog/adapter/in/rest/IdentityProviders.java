package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.out.identity.FakeIdentityProvider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Stands in for Google and Kakao, and tells the catalog so. */
public class IdentityProviders implements QuarkusTestResourceLifecycleManager {

    /** The providers, for the field of a test. */
    public record Fakes(FakeIdentityProvider google, FakeIdentityProvider kakao) {}

    private final Fakes fakes = new Fakes(
            FakeIdentityProvider.start("accounts.google.com", "google-client"),
            FakeIdentityProvider.start("https://kauth.kakao.com", "kakao-native-key"));

    @Override
    public Map<String, String> start() {
        return Map.of(
                "vto.identity.google.jwks-url",
                fakes.google().jwksUrl().toString(),
                "vto.identity.google.audiences",
                "google-client",
                "vto.identity.kakao.jwks-url",
                fakes.kakao().jwksUrl().toString(),
                "vto.identity.kakao.audiences",
                "kakao-rest-key,kakao-native-key",
                "vto.identity.timeout",
                "PT10S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(fakes, new TestInjector.MatchesType(Fakes.class));
    }

    @Override
    public void stop() {
        fakes.google().close();
        fakes.kakao().close();
    }
}
