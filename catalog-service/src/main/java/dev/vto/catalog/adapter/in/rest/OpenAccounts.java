package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.shared.id.UserId;
import io.quarkus.security.Authenticated;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * Turns away the access tokens of accounts that are closed, which are good for some minutes more by themselves. Asked
 * where it matters: by writes, by what tells of the account, and by streams that would stay open. Other reads find
 * nothing, since all is deleted and nothing is shared.
 */
class OpenAccounts {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OWN = "/v1/users/me";
    private static final String EVENTS = "/v1/events";

    private final Accounts accounts;
    private final CurrentIdentityAssociation identities;

    OpenAccounts(Accounts accounts, CurrentIdentityAssociation identities) {
        this.accounts = accounts;
        this.identities = identities;
    }

    @ServerRequestFilter
    @Nullable
    Uni<Response> require(ContainerRequestContext request, SimpleResourceInfo resource) {
        String path = request.getUriInfo().getPath();
        boolean matters = !READS.contains(request.getMethod()) || path.startsWith(OWN) || path.startsWith(EVENTS);
        return matters && resource.getResourceClass().isAnnotationPresent(Authenticated.class)
                ? identities.getDeferredIdentity().chain(this::requireOpen)
                : null;
    }

    private Uni<Response> requireOpen(SecurityIdentity identity) {
        return caller(identity)
                .map(accounts::isOpen)
                .orElseGet(() -> Uni.createFrom().item(false))
                .onItem()
                .transformToUni(open ->
                        open ? Uni.createFrom().nullItem() : Uni.createFrom().failure(new UnauthorizedException()));
    }

    private static Optional<UserId> caller(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getSubject()).flatMap(Ids::parse).map(UserId::new)
                : Optional.empty();
    }
}
