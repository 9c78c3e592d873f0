package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.application.EditProfile;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.user.Provider;
import dev.vto.catalog.domain.user.User;
import dev.vto.shared.media.PhotoRef;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Path("/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Users")
public class UserResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Users users;
    private final EditProfile editProfile;
    private final MediaUrls urls;
    private final PhotoUrls photoUrls;
    private final Caller caller;

    UserResource(Users users, EditProfile editProfile, MediaUrls urls, PhotoUrls photoUrls, Caller caller) {
        this.users = users;
        this.editProfile = editProfile;
        this.urls = urls;
        this.photoUrls = photoUrls;
        this.caller = caller;
    }

    @Schema(name = "User", description = "`identities` are the providers that the user signs in with")
    record View(
            UUID id,
            @Nullable String email,
            @Nullable String name,
            @Nullable String lastName,
            @Nullable String profilePicture,
            String language,
            List<String> identities,
            Instant createdAt,
            Instant updatedAt) {

        static View of(User user, MediaUrls urls) {
            return new View(
                    user.id().value(),
                    user.email(),
                    user.name(),
                    user.lastName(),
                    Optional.ofNullable(user.profilePicture()).map(urls::urlOf).orElse(null),
                    user.language(),
                    user.identities().stream().map(Provider::wireName).sorted().toList(),
                    user.createdAt(),
                    user.updatedAt());
        }
    }

    @Schema(name = "UserChange", description = "What is absent stays; null clears, but for the language")
    record Patch(
            @Schema(nullable = true, maxLength = Name.MAX_LENGTH) @Nullable String name,
            @Schema(nullable = true, maxLength = Name.MAX_LENGTH) @Nullable String lastName,
            @Schema(enumeration = {"ko", "en"}) @Nullable String language,
            @Schema(nullable = true, maxLength = PhotoUrls.MAX_LENGTH, description = "An https URL or one of ours")
                    @Nullable
                    String profilePicture) {}

    @GET
    @Operation(operationId = "getMe", summary = "The caller's account", description = "With its ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The caller",
            content = @Content(schema = @Schema(implementation = View.class)))
    public Uni<Response> me() {
        return users.find(caller.id())
                .map(found -> found.orElseThrow(() -> Rejected.notFound("user")))
                .map(this::answer);
    }

    @PATCH
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "updateMe",
            summary = "Change the caller's profile",
            description =
                    "A JSON merge patch (RFC 7396): what is absent stays, null clears. With If-Match it applies to "
                            + "the version that was read.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = Patch.class)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Patch.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "The caller as changed",
            content = @Content(schema = @Schema(implementation = View.class)))
    @APIResponse(responseCode = "412", description = "`etag_mismatch`: the profile has changed since it was read")
    @APIResponse(responseCode = "422", description = "`foreign_photo`: the picture is a stored one of somebody else")
    public Uni<Response> update(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, String body) {
        return editProfile.edit(caller.id(), IfMatch.of(ifMatch), change(body)).map(this::answer);
    }

    private UnaryOperator<User> change(String body) {
        JsonBody json = JsonBody.parse(body, "name", "lastName", "language", "profilePicture");
        Optional<String> name = json.text("name", Name.MAX_LENGTH).map(String::strip);
        Optional<String> lastName = json.text("lastName", Name.MAX_LENGTH).map(String::strip);
        Optional<String> language = json.oneOf("language", User.LANGUAGES, UnaryOperator.identity());
        if (json.mentions("language")) {
            json.required("language", language);
        }
        Optional<PhotoRef> picture = json.text("profilePicture", PhotoUrls.MAX_LENGTH)
                .flatMap(url -> photoUrls.read(url).or(() -> {
                    json.error("profilePicture", photoUrls.allowed());
                    return Optional.empty();
                }));
        json.done();
        return user -> user.withProfile(
                json.mentions("name") ? name.orElse(null) : user.name(),
                json.mentions("lastName") ? lastName.orElse(null) : user.lastName(),
                language.orElse(user.language()),
                json.mentions("profilePicture") ? picture.orElse(null) : user.profilePicture());
    }

    private Response answer(User user) {
        return Answers.one(View.of(user, urls), user.version());
    }
}
