package dev.vto.catalog.application.port;

import dev.vto.catalog.domain.job.Backlog;
import io.smallrye.mutiny.Uni;

/** What waits and runs, of all users together. */
public interface Workload {

    /** Measures it, at little cost however much it is. */
    Uni<Backlog> measure();
}
