package dev.vto.catalog.adapter.in.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The path of stored files, whose keys have slashes: a route's wildcard, which OpenAPI does not know. */
final class MediaPath {

    private static final String ROUTE = "/v1/media/*";
    private static final String TEMPLATE = "/v1/media/{key}";

    private MediaPath() {}

    /** HEAD goes without saying where there is GET. */
    static void name(Paths paths) {
        PathItem media = paths.getPathItem(ROUTE).HEAD(null);
        media.getGET()
                .addParameter(OASFactory.createParameter()
                        .name("key")
                        .in(Parameter.In.PATH)
                        .required(true)
                        .description("Of the file; it has slashes.")
                        .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        paths.addPathItem(TEMPLATE, media);
        paths.removePathItem(ROUTE);
    }

    /** Files come from a route of their own, to which the rules for resources do not apply. */
    static boolean is(String path) {
        return path.equals(TEMPLATE);
    }
}
