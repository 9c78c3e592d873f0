package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.Accounts;
import dev.vto.shared.id.UserId;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Turns away the access tokens of accounts that are closed, which are good for some minutes more by themselves. Asked
 * where it matters: by writes, and by what tells of the account. Other reads find nothing, since all is deleted and
 * nothing is shared.
 */
class OpenAccounts {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String OWN = "/v1/users/me";

    private final Accounts accounts;
    private final JsonWebToken token;

    OpenAccounts(Accounts accounts, JsonWebToken token) {
        this.accounts = accounts;
        this.token = token;
    }

    @ServerRequestFilter
    @Nullable
    Uni<Response> require(ContainerRequestContext request) {
        boolean matters = !READS.contains(request.getMethod())
                || request.getUriInfo().getPath().startsWith(OWN);
        String subject = token.getSubject();
        if (!matters || subject == null) {
            return null;
        }
        return Ids.parse(subject)
                .map(id -> accounts.isOpen(new UserId(id)))
                .orElse(Uni.createFrom().item(false))
                .onItem()
                .transformToUni(open ->
                        open ? Uni.createFrom().nullItem() : Uni.createFrom().failure(new UnauthorizedException()));
    }
}
