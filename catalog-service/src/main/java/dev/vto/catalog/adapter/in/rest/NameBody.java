package dev.vto.catalog.adapter.in.rest;

import dev.vto.catalog.domain.Name;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies of what has a name and nothing else. */
final class NameBody {

    /** As the API document says it: blanks at its ends do not count. */
    static final String PATTERN = "^\\s*\\S(.{0," + (Name.MAX_LENGTH - 2) + "}\\S)?\\s*$";

    static final String RULE = "1-200 characters; blanks at its ends do not count.";

    private static final String FIELD = "name";

    private NameBody() {}

    /** What a new one is called. */
    @Schema(name = "NewName")
    record New(
            @Schema(required = true, pattern = NameBody.PATTERN, description = NameBody.RULE, examples = "Spring")
                    String name) {}

    /** What it is called from now on. */
    @Schema(name = "NameChange", description = "What is absent stays.")
    record Change(
            @Schema(pattern = NameBody.PATTERN, description = NameBody.RULE, examples = "Summer") @Nullable
                    String name) {}

    static Name read(String body) {
        JsonBody json = JsonBody.parse(body, FIELD);
        String name = json.requiredText(FIELD, JsonBody.MAX_LENGTH);
        json.done();
        return new Name(name);
    }

    /** @return empty: it stays */
    static Optional<Name> change(String body) {
        JsonBody json = JsonBody.parse(body, FIELD);
        Optional<String> name = nameOf(json);
        json.done();
        return name.map(Name::new);
    }

    /** Blanks at its ends do not count: how long a name may be is for {@link Name} to say. */
    static Optional<String> nameOf(JsonBody patch) {
        patch.neverNull(FIELD);
        return patch.text(FIELD, JsonBody.MAX_LENGTH);
    }
}
