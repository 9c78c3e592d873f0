package dev.vto.catalog.adapter.in.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vto.catalog.application.port.MediaUrls;
import dev.vto.catalog.application.stream.Ending;
import dev.vto.catalog.application.stream.JobStream;
import dev.vto.catalog.application.stream.OpenStreams;
import dev.vto.catalog.application.stream.Subscription;
import dev.vto.catalog.config.CatalogSettings;
import dev.vto.catalog.domain.Rejected;
import dev.vto.catalog.domain.job.Job;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Opens the stream as the body of an answer, on the response itself: the framework's own streams begin their answer
 * before it is known whether there is one, and do not tell who is slow.
 */
@Provider
@Produces(MediaType.SERVER_SENT_EVENTS)
public class EventStreamWriter implements ServerMessageBodyWriter<Subscription> {

    private final OpenStreams streams;
    private final MediaUrls urls;
    private final ObjectMapper json;
    private final int buffer;

    EventStreamWriter(OpenStreams streams, MediaUrls urls, ObjectMapper json, CatalogSettings settings) {
        this.streams = streams;
        this.urls = urls;
        this.json = json;
        this.buffer = settings.streams().buffer();
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Subscription.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Subscription.class;
    }

    @Override
    public void writeResponse(Subscription subscription, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        try {
            HttpServerResponse response = request.unwrap(RoutingContext.class).response();
            JobStream stream = streams.open(
                    subscription,
                    new HttpStreamReader(response, buffer, Vertx.currentContext(), this::write, request::close));
            request.serverResponse().addCloseHandler(() -> stream.end(Ending.LEFT));
        } catch (Rejected noRoom) {
            request.resume(noRoom);
        }
    }

    @Override
    public void writeTo(
            Subscription subscription,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
        throw new UnsupportedOperationException("a stream is written as its events come");
    }

    private String write(Job job) {
        try {
            return json.writeValueAsString(JobView.of(job, urls));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job can be written as JSON", e);
        }
    }
}
