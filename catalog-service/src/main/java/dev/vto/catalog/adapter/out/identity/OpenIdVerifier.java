package dev.vto.catalog.adapter.out.identity;

import dev.vto.catalog.application.port.IdentityVerifier;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.Identity;
import dev.vto.catalog.domain.user.Provider;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** ID tokens of OpenID Connect, verified on worker threads because keys are fetched there. */
public final class OpenIdVerifier implements IdentityVerifier {

    private final Map<Provider, OpenIdProvider> providers = new EnumMap<>(Provider.class);
    private final Executor workers;

    /** @param workers may refuse work, where too much of it waits for providers */
    public OpenIdVerifier(Map<Provider, ProviderSettings> settings, Executor workers, Clock clock) {
        this.workers = workers;
        settings.forEach((provider, its) -> {
            if (!its.audiences().isEmpty()) {
                providers.put(provider, new OpenIdProvider(provider, its, clock));
            }
        });
    }

    @Override
    public Uni<Identity> verify(Provider provider, String idToken, String nonce) {
        OpenIdProvider known = providers.get(provider);
        if (known == null) {
            return Uni.createFrom().failure(notConfigured(provider));
        }
        return Uni.createFrom()
                .item(() -> IdentityClaims.read(provider, known.verify(idToken, nonce))
                        .orElseThrow(() -> Rejected.unauthenticated(
                                "invalid_id_token", "The ID token's subject is no plain text.")))
                .runSubscriptionOn(workers)
                .emitOn(whereTheCallerIs())
                .onFailure(RejectedExecutionException.class)
                .transform(failure -> known.away());
    }

    /** Database work that follows has to begin on the context of the request. */
    private static Executor whereTheCallerIs() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(nothing -> work.run());
    }

    private static Rejected notConfigured(Provider provider) {
        return new Rejected(
                Rejected.Reason.NOT_FOUND,
                "provider_not_configured",
                "Sign-in with " + provider.title() + " is not offered here: vto.identity." + provider.wireName()
                        + ".audiences is not set.",
                List.of());
    }
}
