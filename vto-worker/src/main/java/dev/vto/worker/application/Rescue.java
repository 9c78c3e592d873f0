package dev.vto.worker.application;

import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.MediaStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Lets jobs that are due, or whose worker was lost, be claimed again, and removes what lost runs had stored. */
public final class Rescue {

    private final JobQueue queue;
    private final MediaStore media;
    private final Duration lease;
    private final int maxLosses;

    /**
     * @param lease how long a heartbeat is good
     * @param maxLosses after so many lost workers a job fails
     */
    public Rescue(JobQueue queue, MediaStore media, Duration lease, int maxLosses) {
        this.queue = queue;
        this.media = media;
        this.lease = lease;
        this.maxLosses = maxLosses;
    }

    /** @return how many jobs moved */
    public Uni<Integer> sweep() {
        return queue.sweep(lease, maxLosses)
                .call(swept -> Multi.createFrom()
                        .iterable(swept.lost())
                        .onItem()
                        .transformToUniAndConcatenate(run -> media.removeFolder(RunFiles.folder(run)))
                        .collect()
                        .last())
                .map(swept -> swept.due() + swept.lost().size());
    }
}
