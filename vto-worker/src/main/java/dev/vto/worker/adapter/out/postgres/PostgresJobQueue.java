package dev.vto.worker.adapter.out.postgres;

import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.GenerationFailed;
import dev.vto.worker.domain.Made;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Jobs in PostgreSQL. Times are the database's; each statement draws its own event. Ends of runs are insisted on; what
 * comes round again by itself is not.
 */
public final class PostgresJobQueue implements JobQueue {

    private final Claim claim;
    private final Heartbeat heartbeat;
    private final EndWithResults withResults;
    private final EndWithoutResults withoutResults;
    private final Sweep sweep;

    /** @param worker the name that this process leaves in the rows it runs */
    public PostgresJobQueue(Pool pool, String worker, Collection<JobKind> kinds) {
        Database database = new Database(pool);
        heartbeat = new Heartbeat(database);
        withResults = new EndWithResults(database);
        withoutResults = new EndWithoutResults(database);
        claim = new Claim(database, withoutResults, worker, kinds, new WholeScans(System::nanoTime));
        sweep = new Sweep(database);
    }

    @Override
    public Uni<List<ClaimedJob>> claim(int most) {
        return claim.upTo(most);
    }

    @Override
    public Uni<Set<ClaimedJob>> heartbeat(Map<ClaimedJob, Double> progress) {
        return heartbeat.of(progress);
    }

    @Override
    public Uni<Ended> succeed(ClaimedJob job, Made made) {
        return withResults.succeed(job, made);
    }

    @Override
    public Uni<Ended> fail(ClaimedJob job, GenerationFailed failure) {
        return withoutResults.fail(job.id(), job.claim(), failure);
    }

    @Override
    public Uni<Ended> retryLater(ClaimedJob job, GenerationFailed failure, Duration delay) {
        return withoutResults.retryLater(job, failure, delay);
    }

    @Override
    public Uni<Ended> handBack(ClaimedJob job) {
        return withoutResults.handBack(job);
    }

    @Override
    public Uni<Swept> sweep(Duration lease, int maxLosses) {
        return sweep.once(lease, maxLosses);
    }
}
