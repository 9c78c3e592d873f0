package dev.vto.catalog.adapter.log;

import dev.vto.catalog.adapter.trace.TraceContext;
import dev.vto.shared.adapter.log.LogIds;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.logging.LoggingFilter;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Adds the ids of the job that a line is about, and to what is logged while a request is served who asks, and in which trace. A
 * request that logs nothing costs nothing.
 */
@LoggingFilter(name = "request-ids")
public final class RequestIds implements Filter {

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line instanceof ExtLogRecord open) {
            LogIds.addTo(open);
            Optional.ofNullable(TraceContext.current())
                    .ifPresent(traceparent -> open.putMdc(LogIds.TRACE, LogIds.traceOf(traceparent)));
            caller().ifPresent(user -> open.putMdc(LogIds.USER, user));
        }
        return true;
    }

    /** The subject of the access token, where one was read already. */
    private static Optional<String> caller() {
        ArcContainer beans = Arc.container();
        if (beans == null || !beans.isRunning() || !beans.requestContext().isActive()) {
            return Optional.empty();
        }
        RoutingContext request = beans.instance(CurrentVertxRequest.class).get().getCurrent();
        return request != null
                        && request.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getSubject())
                : Optional.empty();
    }
}
