package dev.vto.catalog.adapter.in.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Successful answers: never stored by caches, and with the version as ETag where it is one resource. */
final class Answers {

    private Answers() {}

    static Response one(Object view, int version) {
        return tagged(Response.ok(view), version);
    }

    static Response created(String location, Object view, int version) {
        return tagged(Response.created(URI.create(location)).entity(view), version);
    }

    static Response ok(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Response tagged(Response.ResponseBuilder answer, int version) {
        return answer.tag(new EntityTag(Integer.toString(version)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
