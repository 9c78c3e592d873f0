package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.adapter.out.media.SignedUrls;
import dev.vto.shared.adapter.media.MediaFinder;
import dev.vto.shared.media.MediaFormat;
import dev.vto.shared.media.MediaKey;
import io.quarkus.vertx.web.Route;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * Stored files by signed URL. A plain route: it answers whatever {@code Accept} says, and no file is taken into memory.
 */
@ApplicationScoped
public class MediaResource {

    private static final Logger LOG = Logger.getLogger(MediaResource.class);

    private static final String RETRY_SECONDS = "5";
    private static final List<String> OF_A_FILE = List.of("ETag", "Accept-Ranges", "Content-Range", "Content-Length");

    private final MediaFinder files;
    private final SignedUrls urls;
    private final Clock clock;
    private final FileSender sender;

    MediaResource(MediaFinder files, SignedUrls urls, Clock clock, Vertx vertx) {
        this.files = files;
        this.urls = urls;
        this.clock = clock;
        this.sender = new FileSender(vertx);
    }

    @Route(
            path = SignedUrls.PATH + "*",
            methods = {Route.HttpMethod.GET, Route.HttpMethod.HEAD},
            type = Route.HandlerType.BLOCKING)
    @Operation(
            operationId = "getMedia",
            summary = "The bytes of a stored file",
            description = "By the signed URL that other answers give, without a token. Takes Range"
                    + " and If-None-Match; Accept is ignored.")
    @Tag(name = "Media")
    @Parameter(
            name = "exp",
            description = "When the URL expires, in seconds of Unix time.",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = SchemaType.INTEGER))
    @Parameter(
            name = "sig",
            description = "Signature of key and expiry.",
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "A range of it.",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names.")
    @APIResponse(responseCode = "403", description = "No signature, a wrong one, or its time has passed.")
    @APIResponse(responseCode = "404", description = "There is no such file.")
    @APIResponse(responseCode = "416", description = "It has no such range.")
    @APIResponse(
            responseCode = "503",
            description = "`media_store_unavailable`: files cannot be read now; Retry-After says when to try again")
    void serve(RoutingContext context) {
        Optional<Signed> signed = Signed.of(context);
        if (signed.isEmpty()
                || !urls.isValid(
                        signed.get().key(), signed.get().expires(), signed.get().signature())) {
            problem(context, 403, "forbidden", "This URL carries no valid signature, or its time has passed.");
            return;
        }
        try {
            files.find(signed.get().key())
                    .ifPresentOrElse(
                            file -> send(context, signed.get(), file),
                            () -> problem(context, 404, "not_found", "There is no such file."));
        } catch (IOException e) {
            unavailable(context, e);
        }
    }

    @Route(
            path = SignedUrls.PATH + "*",
            methods = {Route.HttpMethod.POST, Route.HttpMethod.PUT, Route.HttpMethod.PATCH, Route.HttpMethod.DELETE})
    @Operation(hidden = true)
    void refuse(RoutingContext context) {
        context.response().putHeader("Allow", "GET, HEAD");
        problem(context, 405, "method_not_allowed", "Files are read, and nothing else.");
    }

    private void send(RoutingContext context, Signed signed, MediaFinder.Found file) {
        String name = signed.key().value();
        String tag = '"' + Integer.toHexString(name.hashCode()) + '-' + Long.toHexString(file.bytes()) + '"';
        long left = signed.expires() - Instant.now(clock).getEpochSecond();
        HttpServerResponse response = context.response()
                .putHeader("ETag", tag)
                .putHeader("Accept-Ranges", "bytes")
                .putHeader("Cache-Control", "private, immutable, max-age=" + left)
                .putHeader(
                        "Content-Type",
                        MediaFormat.of(signed.key())
                                .map(MediaFormat::contentType)
                                .orElse("application/octet-stream"));
        if (tag.equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        long size = file.bytes();
        ByteRange range = ByteRange.parse(context.request().getHeader("Range"), size);
        if (range.unsatisfiable()) {
            response.putHeader("Content-Range", "bytes */" + size);
            problem(context, 416, "range_not_satisfiable", "The file has " + size + " bytes.");
            return;
        }
        if (range.partial()) {
            response.setStatusCode(206)
                    .putHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + size);
        }
        if (context.request().method() == HttpMethod.HEAD) {
            response.putHeader("Content-Length", Long.toString(range.length())).end();
            return;
        }
        sender.send(file.source(), range, response, trouble -> unavailable(context, trouble));
    }

    private static void unavailable(RoutingContext context, Throwable trouble) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        LOG.warnf("a stored file could not be read: %s", trouble.toString());
        OF_A_FILE.forEach(response.headers()::remove);
        response.putHeader("Retry-After", RETRY_SECONDS);
        problem(context, 503, "media_store_unavailable", "Files cannot be read now.");
    }

    private static void problem(RoutingContext context, int status, String code, String detail) {
        Problem problem = Problem.of(status, code, detail, context.request().path(), List.of());
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .end(Json.encode(Map.of(
                        "type", problem.type(),
                        "title", problem.title(),
                        "status", problem.status(),
                        "detail", problem.detail(),
                        "instance", context.request().path(),
                        "code", problem.code())));
    }

    /** What a media URL claims. */
    private record Signed(MediaKey key, long expires, String signature) {

        static Optional<Signed> of(RoutingContext context) {
            String expires = context.request().getParam("exp");
            String signature = context.request().getParam("sig");
            if (expires == null || signature == null) {
                return Optional.empty();
            }
            try {
                String key = context.request().path().substring(SignedUrls.PATH.length());
                return Optional.of(new Signed(new MediaKey(key), Long.parseLong(expires), signature));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
