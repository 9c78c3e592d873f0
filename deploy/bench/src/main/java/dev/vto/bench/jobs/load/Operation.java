package dev.vto.bench.jobs.load;

import java.util.concurrent.CompletionStage;

/** A piece of work that is begun, and done later. */
@FunctionalInterface
public interface Operation {

    /** @return completes when the work is done, exceptionally where it failed; on a thread of its own, never here */
    CompletionStage<?> begin();
}
