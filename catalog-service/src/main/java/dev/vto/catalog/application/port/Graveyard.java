package dev.vto.catalog.application.port;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What was deleted and is to be removed for good, files first. */
public interface Graveyard {

    /**
     * Removes the next rows of what was deleted before a time, from the leaves to the roots, and before them the files
     * that no other row names. Each call is complete in itself: after a crash the next one goes on. What another instance
     * is at is left to it.
     *
     * @param most rows, apart from those that go with them
     * @return how many rows went; 0 when nothing is left to do
     */
    Uni<Integer> removeNext(Instant before, int most);
}
