package dev.vto.catalog.adapter.in.openapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Which properties are required and which may be null, read off the records that schemas stand for. An answer always
 * has every property, as null where the component is nullable; one that {@code @JsonInclude} leaves out when it is
 * empty may be absent, and is never null. A request has to have what is not nullable.
 */
final class PropertyRules {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName LEFT_OUT = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private static final DotName FIELD_ERROR = DotName.createSimple("dev.vto.catalog.domain.Rejected$FieldError");

    private final IndexView index;
    private final Map<String, ClassInfo> records = new HashMap<>();

    /** @param views package of the records that answers and requests are */
    PropertyRules(IndexView index, String views) {
        this.index = index;
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord())
                .filter(type ->
                        type.name().packagePrefix().equals(views) || type.name().equals(FIELD_ERROR))
                .forEach(type -> records.put(schemaName(type), type));
    }

    void applyToAnswer(String name, Schema schema) {
        apply(name, schema, (component, property) -> {
            if (!leftOut(component)) {
                require(component.name(), schema);
            }
            return nullable(component) && !leftOut(component) ? orNull(property) : property;
        });
    }

    void applyToRequest(String name, Schema schema) {
        apply(name, schema, (component, property) -> {
            if (!nullable(component)) {
                require(component.name(), schema);
            }
            return property;
        });
    }

    /** Properties stand in the order of their components, too. */
    private void apply(String name, Schema schema, BiFunction<RecordComponentInfo, Schema, Schema> rule) {
        ClassInfo type = records.get(name);
        Map<String, Schema> said = schema.getProperties();
        if (type == null || said == null) {
            return;
        }
        schema.required(null);
        Map<String, Schema> properties = new LinkedHashMap<>();
        components(type).forEach(component -> Optional.ofNullable(said.get(component.name()))
                .ifPresent(property -> properties.put(component.name(), rule.apply(component, property))));
        schema.properties(properties);
    }

    private Stream<RecordComponentInfo> components(ClassInfo type) {
        return type.unsortedRecordComponents().stream()
                .flatMap(component -> annotated(component, UNWRAPPED)
                        ? components(index.getClassByName(component.type().name()))
                        : Stream.of(component));
    }

    private static boolean nullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    private static boolean leftOut(RecordComponentInfo component) {
        return annotated(component, LEFT_OUT) || component.declaringClass().hasDeclaredAnnotation(LEFT_OUT);
    }

    /** Jackson's annotations are not for components: the compiler hands them to the field. */
    private static boolean annotated(RecordComponentInfo component, DotName annotation) {
        return component.declaringClass().field(component.name()).hasAnnotation(annotation);
    }

    private static void require(String property, Schema schema) {
        schema.addRequired(property);
    }

    private static Schema orNull(Schema schema) {
        boolean plain = schema.getRef() == null
                && schema.getType() != null
                && schema.getEnumeration() == null
                && !schema.getType().contains(SchemaType.NULL);
        return plain
                ? schema.addType(SchemaType.NULL)
                : OASFactory.createSchema()
                        .anyOf(List.of(schema, OASFactory.createSchema().addType(SchemaType.NULL)));
    }

    private static String schemaName(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(name -> name.asString())
                .orElseGet(type::simpleName);
    }
}
