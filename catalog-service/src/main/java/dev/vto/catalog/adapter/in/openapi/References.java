package dev.vto.catalog.adapter.in.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Follows the references from schema to schema. */
final class References {

    private References() {}

    /** Adds the names of all schemas that this one consists of. */
    static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (found.add(name)) {
                collect(schemas.get(name), schemas, found);
            }
        }
        parts(schema).forEach(part -> collect(part, schemas, found));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Optional.ofNullable(schema.getProperties())
                                .map(Map::values)
                                .orElse(List.of()),
                        Optional.ofNullable(schema.getOneOf()).orElse(List.of()),
                        Optional.ofNullable(schema.getAnyOf()).orElse(List.of()),
                        Optional.ofNullable(schema.getItems()).map(List::of).orElse(List.of()))
                .flatMap(Collection::stream);
    }
}
