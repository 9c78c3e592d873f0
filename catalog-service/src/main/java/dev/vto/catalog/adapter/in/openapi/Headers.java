package dev.vto.catalog.adapter.in.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The header fields that answers carry by rule. */
enum Headers {
    ETAG("ETag", SchemaType.STRING, "The version of the resource, for If-Match."),
    LOCATION("Location", SchemaType.STRING, "Where it is from now on."),
    RETRY_AFTER("Retry-After", SchemaType.INTEGER, "Seconds after which to try again.");

    private final String field;
    private final SchemaType type;
    private final String description;

    Headers(String field, SchemaType type, String description) {
        this.field = field;
        this.type = type;
        this.description = description;
    }

    String field() {
        return field;
    }

    Header definition() {
        return OASFactory.createHeader()
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
