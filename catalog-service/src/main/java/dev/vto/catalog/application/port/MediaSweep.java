package dev.vto.catalog.application.port;

import dev.vto.shared.media.MediaKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the sweep of stored files has to know: how far it is, and which files something needs. */
public interface MediaSweep {

    /**
     * Does one step of the round that all instances make together, unless another is at it or the round rests. After a
     * crash, or a step that fails, the next one begins where that one did.
     *
     * @param rest between the end of a round and the next
     * @param step is given the last file of the step before, nothing at the beginning of a round; answers the last of its
     *     own, nothing at the end; may run more than once
     * @return whether the round goes on
     */
    Uni<Boolean> step(Duration rest, Function<Optional<MediaKey>, Uni<Optional<MediaKey>>> step);

    /** Of these files those that neither a row nor an unfinished job names. */
    Uni<Set<MediaKey>> unnamed(Set<MediaKey> keys);
}
