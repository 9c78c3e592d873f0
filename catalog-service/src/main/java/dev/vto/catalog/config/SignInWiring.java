package dev.vto.catalog.config;

import dev.vto.catalog.adapter.out.identity.OpenIdVerifier;
import dev.vto.catalog.adapter.out.identity.ProviderSettings;
import dev.vto.catalog.adapter.out.identity.RandomTokens;
import dev.vto.catalog.adapter.out.identity.SignedNonces;
import dev.vto.catalog.application.BeginSession;
import dev.vto.catalog.application.EditProfile;
import dev.vto.catalog.application.EndSession;
import dev.vto.catalog.application.LinkIdentity;
import dev.vto.catalog.application.PruneSignIns;
import dev.vto.catalog.application.RefreshSession;
import dev.vto.catalog.application.SignIn;
import dev.vto.catalog.application.SignInForDevelopment;
import dev.vto.catalog.application.port.AccessTokens;
import dev.vto.catalog.application.port.Identities;
import dev.vto.catalog.application.port.IdentityVerifier;
import dev.vto.catalog.application.port.Nonces;
import dev.vto.catalog.application.port.RefreshTokens;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.user.Provider;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Puts together what people sign in with. */
class SignInWiring {

    private static final int VERIFIERS = 4;

    /** Sign-ins that may wait for a provider's keys; more are told to come again. */
    private static final int WAITING = 200;

    private static final int PRUNED_AT_ONCE = 1_000;

    @Produces
    @Singleton
    Nonces nonces(CatalogSettings settings, Clock clock) {
        return new SignedNonces(settings.mediaSecret(), clock);
    }

    @Produces
    @Singleton
    IdentityVerifier identityVerifier(CatalogSettings settings, Clock clock) {
        ExecutorService workers = new ThreadPoolExecutor(
                VERIFIERS, VERIFIERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "identity-check");
                    thread.setDaemon(true);
                    return thread;
                });
        CatalogSettings.Identity identity = settings.identity();
        return new OpenIdVerifier(
                Map.of(
                        Provider.GOOGLE, of(identity.google(), identity),
                        Provider.KAKAO, of(identity.kakao(), identity)),
                workers,
                clock);
    }

    @Produces
    @Singleton
    SignInForDevelopment signInForDevelopment(Users users, Supplier<UUID> ids, Clock clock) {
        return new SignInForDevelopment(users, ids, clock);
    }

    @Produces
    @Singleton
    SignIn signIn(
            IdentityVerifier verifier,
            Nonces nonces,
            Identities identities,
            Users users,
            Supplier<UUID> ids,
            Clock clock) {
        return new SignIn(verifier, nonces, identities, users, ids, clock);
    }

    @Produces
    @Singleton
    LinkIdentity linkIdentity(IdentityVerifier verifier, Nonces nonces, Identities identities, Users users) {
        return new LinkIdentity(verifier, nonces, identities, users);
    }

    @Produces
    @Singleton
    BeginSession beginSession(AccessTokens accessTokens, RefreshTokens refreshTokens, Supplier<UUID> ids, Clock clock) {
        return new BeginSession(accessTokens, refreshTokens, new RandomTokens(), ids, clock);
    }

    @Produces
    @Singleton
    RefreshSession refreshSession(AccessTokens accessTokens, RefreshTokens refreshTokens, Users users, Clock clock) {
        return new RefreshSession(accessTokens, refreshTokens, users, new RandomTokens(), clock);
    }

    @Produces
    @Singleton
    EndSession endSession(RefreshTokens refreshTokens, Clock clock) {
        return new EndSession(refreshTokens, clock);
    }

    @Produces
    @Singleton
    EditProfile editProfile(Users users) {
        return new EditProfile(users);
    }

    @Produces
    @Singleton
    PruneSignIns pruneSignIns(Identities identities, RefreshTokens refreshTokens, Clock clock) {
        return new PruneSignIns(identities, refreshTokens, PRUNED_AT_ONCE, clock);
    }

    private static ProviderSettings of(CatalogSettings.IdentityProvider provider, CatalogSettings.Identity identity) {
        return new ProviderSettings(
                provider.issuers(),
                provider.jwksUrl(),
                provider.audiences().orElse(List.of()),
                identity.timeout(),
                identity.refetchInterval());
    }
}
