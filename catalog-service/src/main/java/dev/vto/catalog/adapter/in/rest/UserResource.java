package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.User;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Path("/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class UserResource {

    private final Users users;
    private final Caller caller;

    UserResource(Users users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    record View(
            UUID id,
            @Nullable String email,
            @Nullable String name,
            @Nullable String lastName,
            @Nullable String profilePicture,
            String language,
            Instant createdAt,
            Instant updatedAt) {

        static View of(User user) {
            return new View(
                    user.id().value(),
                    user.email(),
                    user.name(),
                    user.lastName(),
                    user.profilePicture(),
                    user.language(),
                    user.createdAt(),
                    user.updatedAt());
        }
    }

    @GET
    @Operation(summary = "The caller's account")
    public Uni<Response> me() {
        return users.find(caller.id())
                .map(found -> found.orElseThrow(() -> Rejected.notFound("user")))
                .map(user -> Answers.one(View.of(user), user.version()));
    }
}
