package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.NewJob;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where claims begin to look, when the rank clock is far on. */
class ClaimFloorTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PRIORITY = 7;
    private static final long CLOCK = 50_000;

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = table.pool(vertx);
    private final AtomicLong nanoTime = new AtomicLong();
    private final Claim claim = claim();

    @BeforeEach
    void letTheClockBeFarOn() {
        table.database().one("SELECT setval('vto_rank_clock_" + PRIORITY + "', " + CLOCK + ")");
    }

    @AfterEach
    void close() throws Exception {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void findsFirstWhateverWaits() {
        JobId old = submit(1);

        assertThat(claimed(1)).containsExactly(old);
    }

    @Test
    void findsWhatComesToWaitFarBelowTheClockAFewSecondsLater() {
        assertThat(claimed(1)).isEmpty();
        JobId back = submit(CLOCK - Claim.SLACK);

        assertThat(claimed(1)).isEmpty();
        pass(WholeScans.PERIOD);

        assertThat(claimed(1)).containsExactly(back);
    }

    @Test
    void findsAtOnceWhatIsSubmittedWhileTheClockMovesOn() {
        assertThat(claimed(1)).isEmpty();

        JobId late = submit(CLOCK - Claim.SLACK + 1);

        assertThat(claimed(1)).containsExactly(late);
    }

    @Test
    void looksForAllOfThoseThatWaitBelowAsLongAsThereAreAny() {
        JobId first = submit(1);
        JobId second = submit(2);
        JobId third = submit(3);

        assertThat(claimed(1)).containsExactly(first);
        assertThat(claimed(1)).containsExactly(second);
        assertThat(claimed(2)).containsExactly(third);
    }

    @Test
    void takesWhatWaitsBelowBeforeWhatWaitsAbove() {
        JobId above = submit(CLOCK + 1);
        JobId below = submit(1);

        assertThat(claimed(2)).containsExactly(below, above);
    }

    private Claim claim() {
        Database database = new Database(pool);
        return new Claim(
                database,
                new EndWithoutResults(database),
                "worker-under-test",
                EnumSet.allOf(JobKind.class),
                new WholeScans(nanoTime::get));
    }

    private JobId submit(long rank) {
        NewJob job = NewJob.anImageJob().withPriority(PRIORITY).withRank(rank);
        table.submit(job);
        return job.id();
    }

    private List<JobId> claimed(int most) {
        return claim.upTo(most).await().atMost(LIMIT).stream()
                .map(ClaimedJob::id)
                .toList();
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
