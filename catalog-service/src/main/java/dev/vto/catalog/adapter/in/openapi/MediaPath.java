package dev.vto.catalog.adapter.in.openapi;

import org.eclipse.microprofile.openapi.models.Paths;

/** The path of stored files, whose keys have slashes: a route's wildcard, which OpenAPI does not know. */
final class MediaPath {

    private static final String ROUTE = "/v1/media/*";
    private static final String TEMPLATE = "/v1/media/{key}";

    private MediaPath() {}

    /** HEAD goes without saying where there is GET. */
    static void name(Paths paths) {
        paths.addPathItem(TEMPLATE, paths.getPathItem(ROUTE).HEAD(null));
        paths.removePathItem(ROUTE);
    }
}
