package dev.vto.catalog.adapter.in.openapi;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the whole OpenAPI document says, and the names by which operations refer to shared error answers. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "VTO catalog",
                        version = "1",
                        description =
                                """
                                Collections hold projects, projects hold products, and jobs make images, videos and \
                                letters of products.

                                - **Errors** are problems (RFC 9457); clients branch on `code`. A wrong path is 404, a \
                                wrong method 405 with `Allow`.
                                - **Lists** come newest first, in pages: send `nextCursor` as `cursor` until it is null.
                                - **Concurrency**: a single resource comes with its `ETag`; `If-Match` carries out a \
                                change for that version only.
                                - **Idempotency**: what creates takes an `Idempotency-Key`; the same request with the \
                                same key is carried out once and answered the same for 24 hours.
                                - **Limits**: answers tell them in `RateLimit-Policy` and `RateLimit`.
                                """),
        servers = @Server(url = "/", description = "Wherever this document comes from."),
        tags = {
            @Tag(name = "Sign-in", description = "Nonces, sessions and the keys that sign access tokens."),
            @Tag(name = "Users", description = "The caller's account."),
            @Tag(name = "Collections", description = "Seasons or lines; each holds projects."),
            @Tag(name = "Projects", description = "Lookbooks: products, and what was made of them."),
            @Tag(name = "Shares", description = "With whom a project is shared."),
            @Tag(name = "Products", description = "What is worn, as photos by slot."),
            @Tag(name = "Photos", description = "Photos as bytes."),
            @Tag(name = "Jobs", description = "Work that makes images, a video or a letter."),
            @Tag(name = "Images", description = "Images that jobs made."),
            @Tag(name = "Videos", description = "Videos that jobs made."),
            @Tag(name = "Letters", description = "Marketing letters, by jobs and by people."),
            @Tag(name = "Options", description = "What jobs may be asked for."),
            @Tag(name = "Media", description = "Stored files.")
        })
@SecurityScheme(
        securitySchemeName = ApiDocument.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token of a session, good for 15 minutes.")
public class ApiDocument extends Application {

    public static final String FORBIDDEN = "Forbidden";
    public static final String CONFLICT = "Conflict";
    public static final String IMPOSSIBLE = "Impossible";

    static final String BEARER = "bearer";
}
