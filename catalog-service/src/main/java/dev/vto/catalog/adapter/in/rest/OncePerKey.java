package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.domain.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Honours {@code Idempotency-Key}: the same request with the same key is carried out once and answered the same. */
@ApplicationScoped
class OncePerKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Replays replays;
    private final ObjectMapper json;

    OncePerKey(Replays replays, ObjectMapper json) {
        this.replays = replays;
        this.json = json;
    }

    /** @param work answers with what it created; its entity is written as JSON */
    Uni<Response> answer(Caller caller, HttpServerRequest request, String body, Supplier<Uni<Response>> work) {
        return answer(caller, request, body.getBytes(StandardCharsets.UTF_8), work);
    }

    Uni<Response> answer(Caller caller, HttpServerRequest request, byte[] body, Supplier<Uni<Response>> work) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return work.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw Rejected.invalid(HEADER, "has 1-255 visible ASCII characters");
        }
        String operation = request.method() + " " + request.path();
        return replays.once(new Replays.Request(caller.id(), key, operation, hash(body)), () -> work.get()
                        .map(this::toAnswer))
                .map(OncePerKey::toResponse);
    }

    private Replays.Answer toAnswer(Response response) {
        Map<String, String> headers = new HashMap<>();
        put(headers, HttpHeaders.LOCATION, response.getHeaderString(HttpHeaders.LOCATION));
        put(headers, HttpHeaders.ETAG, response.getHeaderString(HttpHeaders.ETAG));
        try {
            return new Replays.Answer(response.getStatus(), headers, json.writeValueAsString(response.getEntity()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    private static Response toResponse(Replays.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
