package dev.vto.catalog.adapter.in.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Completes the document, while it is built, by what holds for every operation and every schema. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private static final String VIEWS = "dev.vto.catalog.adapter.in.rest";
    private static final DotName IDEMPOTENT = DotName.createSimple(VIEWS + ".Idempotent");
    private static final DotName AUTHENTICATED = DotName.createSimple("io.quarkus.security.Authenticated");
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    /** Schemas that are a text of some format, and nothing more. */
    private static final Map<String, String> FORMATS =
            Map.of("#/components/schemas/UUID", "uuid", "#/components/schemas/Instant", "date-time");

    private final OperationRules operations;
    private final PropertyRules properties;

    public Contract(IndexView index) {
        this.operations = new OperationRules(operations(index, IDEMPOTENT), operations(index, AUTHENTICATED));
        this.properties = new PropertyRules(index, VIEWS);
    }

    /** What is a text by its format alone is said in place; what refers to a schema says no type of its own. */
    @Override
    public Schema filterSchema(Schema schema) {
        Optional<String> format = Optional.ofNullable(schema.getRef()).map(FORMATS::get);
        if (format.isPresent()) {
            schema.ref(null)
                    .type(List.of(SchemaType.STRING))
                    .format(format.get())
                    .examples(null);
        } else if (schema.getRef() != null || schema.getAnyOf() != null || schema.getOneOf() != null) {
            schema.type(null);
        }
        boolean known = schema.getFormat() != null && FORMATS.containsValue(schema.getFormat());
        return known ? schema.pattern(null) : schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        MediaPath.name(document.getPaths());
        Arrays.stream(ProblemAnswer.values())
                .forEach(answer -> document.getComponents().addResponse(answer.component(), answer.definition()));
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .values()
                .forEach(operation -> operations.apply(path, operation)));
        document.getComponents().removeSchema("UUID");
        document.getComponents().removeSchema("Instant");
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> sent = sent(document, schemas);
        schemas.forEach((name, schema) -> {
            if (sent.contains(name)) {
                properties.applyToRequest(name, schema);
            } else {
                properties.applyToAnswer(name, schema);
            }
        });
    }

    /** The schemas that requests consist of. */
    private static Set<String> sent(OpenAPI document, Map<String, Schema> schemas) {
        Set<String> found = new HashSet<>();
        for (PathItem item : document.getPaths().getPathItems().values()) {
            for (Operation operation : item.getOperations().values()) {
                Optional.ofNullable(operation.getRequestBody())
                        .map(body -> body.getContent())
                        .map(Content::getMediaTypes)
                        .ifPresent(types ->
                                types.values().forEach(type -> References.collect(type.getSchema(), schemas, found)));
            }
        }
        return found;
    }

    /** Ids of the operations that are annotated so, each by itself or with its whole resource. */
    private static Set<String> operations(IndexView index, DotName annotation) {
        return index.getAnnotations(OPERATION).stream()
                .filter(operation -> operation.value("operationId") != null)
                .filter(operation -> operation.target().asMethod().hasAnnotation(annotation)
                        || operation.target().asMethod().declaringClass().hasDeclaredAnnotation(annotation))
                .map(operation -> operation.value("operationId").asString())
                .collect(Collectors.toSet());
    }
}
