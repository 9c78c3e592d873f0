package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.adapter.postgres.GroupedWrites;
import dev.vto.worker.application.port.JobQueue.Ended;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** RUNNING to SUCCEEDED, of all runs that end at about the same time in one transaction. */
final class EndWithResults {

    /** Jobs take seconds; what ends within so short a time costs one commit. */
    private static final Duration MOMENT = Duration.ofMillis(2);

    private final Database database;
    private final GroupedWrites<Ending, Ended> endings = new GroupedWrites<>(MOMENT, this::together, this::alone);

    EndWithResults(Database database) {
        this.database = database;
    }

    Uni<Ended> succeed(ClaimedJob job, Made made) {
        Ending ending = new Ending(job, made);
        return database.insist(() -> endings.write(ending));
    }

    private Uni<List<Ended>> together(List<Ending> group) {
        return database.transaction(
                connection -> GroupedWrites.briefly(connection, new WriteBack(connection, group).write()));
    }

    private Uni<Ended> alone(Ending ending) {
        return database.transaction(connection -> new WriteBack(connection, List.of(ending)).write())
                .map(ended -> ended.get(0));
    }
}
