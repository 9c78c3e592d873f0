package dev.vto.fakes;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * An answer that the asker waits for.
 *
 * @param answer empty while there is none
 * @param dropped told that the asker has gone before there was one
 */
public record Held(Supplier<Optional<Answer>> answer, Runnable dropped) implements Reply {

    /** No answer, ever. */
    public static final Held FOREVER = new Held(Optional::empty, () -> {});
}
