package dev.vto.worker.application;

import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.Generator;
import dev.vto.worker.application.port.JobSteps;
import dev.vto.worker.application.port.JobSteps.Leftover;
import dev.vto.worker.application.port.MediaStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Clears up behind jobs that have ended, however they did and whoever ended them: stops what their backend still runs,
 * and removes what was kept for another attempt. A job that only waits for its next attempt has not ended, so a worker
 * that shuts down or is lost stops nothing at the backend.
 */
public final class ClearSteps {

    private static final int MOST = 100;

    private final JobSteps steps;
    private final MediaStore media;
    private final Generators generators;
    private final Set<String> providers;
    private final AtomicBoolean underWay = new AtomicBoolean();

    public ClearSteps(JobSteps steps, MediaStore media, Generators generators) {
        this.steps = steps;
        this.media = media;
        this.generators = generators;
        this.providers = Arrays.stream(JobKind.values())
                .map(kind -> generators.of(kind).provider())
                .collect(Collectors.toSet());
    }

    /**
     * Clears up, one call after the other.
     *
     * @return how many were cleared; none where an earlier sweep is still at it, as long as a backend that does not answer
     *     keeps it
     */
    public Uni<Integer> sweep() {
        return Uni.createFrom()
                .deferred(() -> underWay.compareAndSet(false, true)
                        ? Uni.createFrom()
                                .deferred(() -> steps.leftovers(providers, MOST))
                                .flatMap(this::clear)
                                .onTermination()
                                .invoke(() -> underWay.set(false))
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> clear(List<Leftover> leftovers) {
        return Multi.createFrom()
                .iterable(leftovers)
                .onItem()
                .transformToUniAndConcatenate(leftover -> clear(leftover).chain(() -> steps.remove(List.of(leftover))))
                .collect()
                .last()
                .replaceWith(leftovers.size());
    }

    private Uni<Void> clear(Leftover leftover) {
        Generator backend = generators.of(leftover.kind());
        String open = leftover.backendJob();
        Uni<Void> stopped = open == null || !backend.provider().equals(leftover.provider())
                ? Uni.createFrom().voidItem()
                // It is paid for already; a backend that cannot be reached must not keep everything else from going.
                : backend.cancel(open).onFailure().recoverWithNull();
        return stopped.chain(() -> media.removeFolder(Calls.folder(leftover.ownerId(), leftover.job())));
    }
}
