package dev.vto.catalog.adapter.in.openapi;

import dev.vto.shared.job.PhotoSlot;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What parameters mean, by their names, which say the same in every operation. Resources take them as texts, so that
 * what is wrong with them is told in our own words.
 */
record KnownParameter(String description, Supplier<Schema> schema) {

    static final String IF_MATCH = "If-Match";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Map<String, KnownParameter> BY_NAME = Map.ofEntries(
            Map.entry("limit", new KnownParameter("How many items a page has at most.", KnownParameter::limit)),
            Map.entry(
                    "cursor",
                    new KnownParameter("Where the page begins: `nextCursor` of the one before.", KnownParameter::text)),
            Map.entry(
                    "deleted",
                    new KnownParameter("`true`: what was deleted and can be restored.", KnownParameter::flag)),
            Map.entry(
                    "shared",
                    new KnownParameter("`true`: projects of others, shared with the caller.", KnownParameter::flag)),
            Map.entry(
                    "selected", new KnownParameter("Only those that are selected, or are not.", KnownParameter::flag)),
            Map.entry("status", new KnownParameter("Only jobs in one of these states.", () -> listOf("JobStatus"))),
            Map.entry("kind", new KnownParameter("Only jobs of one of these kinds.", () -> listOf("JobKind"))),
            Map.entry("id", new KnownParameter("Of the resource that the path names.", KnownParameter::uuid)),
            Map.entry("userId", new KnownParameter("Whose share it is.", KnownParameter::uuid)),
            Map.entry("projectId", new KnownParameter("Only those of this project.", KnownParameter::uuid)),
            Map.entry("productId", new KnownParameter("Only those of this product.", KnownParameter::uuid)),
            Map.entry("jobId", new KnownParameter("Only those that this job made.", KnownParameter::uuid)),
            Map.entry("slot", new KnownParameter("Which photo of the product.", KnownParameter::slot)),
            Map.entry("provider", new KnownParameter("Whose accounts they are.", () -> text().enumeration(
                            List.of("google", "kakao")))),
            Map.entry(
                    IF_MATCH,
                    new KnownParameter(
                            "Carries the change out for this ETag only, else 412.", () -> text().addExample("\"3\""))),
            Map.entry(
                    IDEMPOTENCY_KEY,
                    new KnownParameter(
                            "Chosen by the client: the same request with the same key is carried out once.",
                            () -> text().minLength(1).maxLength(255).pattern("^[\\x21-\\x7E]+$"))),
            Map.entry(
                    "Last-Event-ID",
                    new KnownParameter("`id` of the last event that was received.", KnownParameter::text)));

    /** Writes it into the parameter, where the name is known and nothing else is said. */
    static void describe(Parameter parameter) {
        Optional.ofNullable(BY_NAME.get(parameter.getName())).ifPresent(known -> {
            if (parameter.getDescription() == null) {
                parameter.description(known.description());
            }
            parameter.schema(known.schema().get());
        });
    }

    static Parameter idempotencyKey() {
        return OASFactory.createParameter().in(Parameter.In.HEADER).name(IDEMPOTENCY_KEY);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema uuid() {
        return text().format("uuid");
    }

    private static Schema flag() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
    }

    private static Schema limit() {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(100))
                .defaultValue(20);
    }

    private static Schema slot() {
        return text().enumeration(Arrays.stream(PhotoSlot.values())
                .map(slot -> (Object) slot.wireName())
                .toList());
    }

    private static Schema listOf(String schema) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref(schema));
    }
}
