package dev.vto.catalog.application;

import dev.vto.catalog.application.port.Letters;
import dev.vto.catalog.domain.Precondition;
import dev.vto.catalog.domain.result.Letter;
import dev.vto.shared.id.LetterId;
import dev.vto.shared.id.UserId;
import io.smallrye.mutiny.Uni;
import java.util.function.UnaryOperator;

/** Changes the words of a letter; what the machine wrote is kept beside them. */
public final class EditLetter {

    private final Letters letters;
    private final ResultAccess<LetterId> access;

    public EditLetter(Letters letters, ResultAccess<LetterId> access) {
        this.letters = letters;
        this.access = access;
    }

    public Uni<Letter> edit(UserId user, LetterId id, Precondition precondition, UnaryOperator<Letter.Text> change) {
        return access.toChange(id, user)
                .chain(() -> letters.edit(
                        id, precondition, text -> change.apply(text).requireWhole()))
                .map(access::require);
    }
}
