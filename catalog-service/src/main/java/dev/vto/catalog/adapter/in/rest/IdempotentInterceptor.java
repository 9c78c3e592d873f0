package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.application.port.Replays;
import dev.vto.catalog.domain.Rejected;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out what is {@link Idempotent}. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentInterceptor {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final Replays replays;
    private final ObjectMapper json;
    private final Caller caller;
    private final HttpServerRequest request;

    IdempotentInterceptor(Replays replays, ObjectMapper json, Caller caller, HttpServerRequest request) {
        this.replays = replays;
        this.json = json;
        this.caller = caller;
        this.request = request;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return invocation.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw Rejected.invalid(HEADER, "has 1-255 visible ASCII characters");
        }
        Replays.Request once = new Replays.Request(
                caller.id(), key, request.method() + " " + request.path(), BodyHash.of(invocation.getParameters()));
        Uni<Replays.Answer> answer =
                isWorkFirst(invocation) ? workFirst(once, invocation) : replays.once(once, () -> answer(invocation));
        return answer.map(IdempotentInterceptor::toResponse);
    }

    /** The work may end on any thread, and a unit of work belongs to the request's own context. */
    private Uni<Replays.Answer> workFirst(Replays.Request once, InvocationContext invocation) {
        Context asking = Vertx.currentContext();
        return answer(invocation)
                .emitOn(task -> asking.runOnContext(here -> task.run()))
                .chain(worked -> replays.once(once, () -> Uni.createFrom().item(worked)));
    }

    private static boolean isWorkFirst(InvocationContext invocation) {
        return invocation.getMethod().getAnnotation(Idempotent.class).workFirst();
    }

    private Uni<Replays.Answer> answer(InvocationContext invocation) {
        return Uni.createFrom()
                .deferred(() -> proceed(invocation))
                .map(Response.class::cast)
                .map(this::toAnswer);
    }

    private static Uni<?> proceed(InvocationContext invocation) {
        try {
            return (Uni<?>) invocation.proceed();
        } catch (Exception e) {
            return Uni.createFrom().failure(e);
        }
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
}
