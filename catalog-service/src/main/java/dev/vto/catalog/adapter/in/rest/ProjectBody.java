package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Name;
import dev.vto.catalog.domain.project.ProjectPatch;
import dev.vto.catalog.domain.project.ProjectPatch.CurrentLetter;
import dev.vto.shared.id.CollectionId;
import dev.vto.shared.id.LetterId;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Reads what a person changes of a project. */
final class ProjectBody {

    private static final String COLLECTION = "collectionId";
    private static final String LETTER = "marketingLetterId";

    private ProjectBody() {}

    /** A JSON merge patch. */
    @Schema(name = "ProjectChange", description = "What is absent stays.")
    record Change(
            @Schema(pattern = NameBody.PATTERN, description = NameBody.RULE, examples = "Lookbook") @Nullable
                    String name,
            @Schema(description = "Another collection of the owner's; takes the owner") @Nullable UUID collectionId,
            @Schema(
                            type = SchemaType.STRING,
                            format = "uuid",
                            nullable = true,
                            description = "A letter of this project, or null for none")
                    @Nullable
                    UUID marketingLetterId) {}

    static ProjectPatch change(String body) {
        JsonBody json = JsonBody.parse(body, "name", COLLECTION, LETTER);
        Optional<String> name = NameBody.nameOf(json);
        json.neverNull(COLLECTION);
        Optional<CollectionId> collection = json.uuid(COLLECTION).map(CollectionId::new);
        Optional<LetterId> letter = json.uuid(LETTER).map(LetterId::new);
        json.done();
        return new ProjectPatch(
                name.map(Name::new),
                collection,
                json.mentions(LETTER) ? Optional.of(new CurrentLetter(letter)) : Optional.empty());
    }
}
