package dev.vto.catalog.application.stream;

import dev.vto.catalog.domain.job.Job;
import java.util.Optional;

/**
 * What a stream begins with.
 *
 * @param position after which its events begin
 * @param resumed whether the reader named that position and knows it
 * @param reset whether events that the reader asked for are gone
 * @param snapshot the job at or after that position, where the reader does not know it
 * @param over whether nothing follows
 */
public record Opening(long position, boolean resumed, boolean reset, Optional<Job> snapshot, boolean over) {

    /** Goes on after a position that the reader named. */
    static Opening resumed(long position) {
        return new Opening(position, true, false, Optional.empty(), false);
    }

    /** @param reset whether the reader had named a position */
    static Opening anew(long position, boolean reset) {
        return new Opening(position, false, reset, Optional.empty(), false);
    }

    /** @param over whether no event of the job follows */
    Opening with(Job job, boolean over) {
        return new Opening(position, resumed, reset, Optional.of(job), over);
    }
}
