package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.application.port.Users;
import dev.vto.catalog.domain.project.Role;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.ProductId;
import dev.vto.shared.id.ProjectId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adds a letter that a person wrote. */
public final class WriteLetter {

    /**
     * @param language null: the writer's own
     * @param productId null: of the whole project
     */
    public record Draft(@Nullable ProductId productId, @Nullable String language, Letter.Text text) {}

    private final Access access;
    private final Letters letters;
    private final LetterLanguage language;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public WriteLetter(Access access, Letters letters, Users users, Supplier<UUID> ids, Clock clock) {
        this.access = access;
        this.letters = letters;
        this.language = new LetterLanguage(users);
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Letter> write(UserId user, ProjectId projectId, Draft draft) {
        return access.project(projectId, user, Role.EDITOR).flatMap(project -> language.of(user, draft.language())
                .map(written -> Letter.written(
                        new LetterId(ids.get()),
                        project.id(),
                        draft.productId(),
                        written,
                        draft.text(),
                        clock.instant()))
                .call(letter -> letters.add(letter, project.ownerId())));
    }
}
