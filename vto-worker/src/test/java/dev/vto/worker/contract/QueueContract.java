package dev.vto.worker.contract;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.application.port.JobQueue.Swept;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.JobState;
import dev.vto.worker.fixture.JobTable;
import dev.vto.worker.fixture.NewJob;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What all contracts of the queue need: an empty table, and a worker of all kinds. */
abstract class QueueContract {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final int MAX_LOSSES = 3;

    private static final Duration LIMIT = Duration.ofSeconds(10);

    JobTable table;
    JobQueue queue;

    /** A table without jobs. */
    protected abstract JobTable emptyTable() throws Exception;

    @BeforeEach
    void open() throws Exception {
        table = emptyTable();
        queue = table.queue(Set.of(JobKind.values()));
    }

    List<JobId> claimedBy(JobQueue worker, int most) {
        return get(worker.claim(most)).stream().map(ClaimedJob::id).toList();
    }

    ClaimedJob claimed() {
        return claimed(NewJob.anImageJob());
    }

    ClaimedJob claimed(NewJob job) {
        table.submit(job);
        return claimAgain();
    }

    ClaimedJob claimAgain() {
        return get(queue.claim(1)).get(0);
    }

    Swept sweep() {
        return get(queue.sweep(LEASE, MAX_LOSSES));
    }

    void lose() {
        table.pass(LEASE.plusSeconds(1));
        sweep();
    }

    JobState state(ClaimedJob job) {
        return table.state(job.id());
    }

    static <T> T get(Uni<T> answer) {
        return answer.await().atMost(LIMIT);
    }
}
