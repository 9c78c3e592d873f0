package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.core.JacksonException;
import dev.vto.catalog.domain.Rejected;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a problem answer, in this one place. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response rejected(Rejected rejected, HttpServerRequest request) {
        Response.ResponseBuilder answer = Response.fromResponse(answer(Problem.of(rejected, request.path())));
        rejected.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return answer.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(RuntimeException failure, HttpServerRequest request) {
        Problem problem = Problem.of(
                401,
                "unauthorized",
                "This takes a valid access token: Authorization: Bearer <token>.",
                request.path(),
                List.of());
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response json(JacksonException failure, HttpServerRequest request) {
        return answer(Problem.of(JsonBody.rejection(failure), request.path()));
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException failure, HttpServerRequest request) {
        int status = failure.getResponse().getStatus();
        Problem problem = Problem.of(status, code(status), detail(status), request.path(), List.of());
        Response.ResponseBuilder answer = Response.fromResponse(answer(problem));
        if (status == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            answer.header(HttpHeaders.ALLOW, AllowedMethods.at(request.path()));
        }
        return answer.build();
    }

    /** Also what is no exception: a pool of connections tells of its time limit by a bare throwable. */
    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpServerRequest request) {
        // Who was answered already, as by a 413 in the middle of a body, has broken it off: that is no fault of ours.
        LOG.logf(
                request.response().headWritten() ? Logger.Level.DEBUG : Logger.Level.ERROR,
                failure,
                "%s %s failed",
                request.method(),
                request.path());
        return answer(Problem.of(500, "internal", "Something went wrong on our side.", request.path(), List.of()));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem)
                .build();
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "invalid_request";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 413 -> "too_large";
            case 415 -> "unsupported_media_type";
            default -> status < 500 ? "refused" : "internal";
        };
    }

    private static String detail(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not take this method; the Allow header names those it takes.";
            case 406 -> "This resource has no representation of the kind that Accept asks for.";
            case 413 -> "The body is larger than this path takes.";
            case 415 -> "The body's Content-Type is none that this path takes.";
            default -> "The request was refused.";
        };
    }
}
