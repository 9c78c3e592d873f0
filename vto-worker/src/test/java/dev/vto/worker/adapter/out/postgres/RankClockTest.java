package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.NewJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The fair-rank clock where claims come at once. */
class RankClockTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CLAIMS_AT_ONCE = 4;

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Database database = table.database();
    private final JobQueue queue = table.queue(Set.of(JobKind.values()));
    private final long begin = clock();

    @Test
    void isLeftToTheClaimThatMovesItByThoseThatComeMeanwhile() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(%d, 5)".formatted(Claim.CLOCK_LOCK));

            assertThat(claim(10)).hasSize(1);

            assertThat(clock()).isEqualTo(begin);
            other.rollback();
        }

        assertThat(claim(20)).hasSize(1);
        assertThat(clock()).isEqualTo(begin + 20);
    }

    @Test
    void isNowhereThatNoClaimWasAndMovesOnAfterwards() {
        LongStream.rangeClosed(1, CLAIMS_AT_ONCE).forEach(this::submit);

        CompletableFuture.allOf(IntStream.range(0, CLAIMS_AT_ONCE)
                        .mapToObj(i -> queue.claim(1).subscribeAsCompletionStage())
                        .toArray(CompletableFuture[]::new))
                .orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();

        assertThat(clock()).isBetween(begin + 1, begin + CLAIMS_AT_ONCE);
        assertThat(claim(CLAIMS_AT_ONCE + 1)).hasSize(1);
        assertThat(clock()).isEqualTo(begin + CLAIMS_AT_ONCE + 1);
    }

    private List<ClaimedJob> claim(long round) {
        submit(round);
        return queue.claim(1).await().atMost(LIMIT);
    }

    private void submit(long round) {
        table.submit(NewJob.anImageJob().withRank(begin + round));
    }

    private long clock() {
        return Long.parseLong(database.one("SELECT last_value FROM vto_rank_clock_5"));
    }
}
