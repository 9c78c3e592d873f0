package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What people write, and what they do to letters that jobs wrote. */
public interface Letters extends Restorable<LetterId, Letter> {

    /**
     * Adds a letter, which is its project's current one from now on. Fails as NOT_FOUND where the project is not live,
     * as IMPOSSIBLE where the product is no live one of the project.
     *
     * @param owner of the project
     */
    Uni<Void> add(Letter letter, UserId owner);

    /**
     * Changes the words of a live letter; fails as STALE where the precondition does not hold.
     *
     * @return the letter after the change, or empty where there is no such live one
     */
    Uni<Optional<Letter>> edit(LetterId id, Precondition precondition, UnaryOperator<Letter.Text> change);
}
