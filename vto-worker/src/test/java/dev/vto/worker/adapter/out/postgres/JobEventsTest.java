package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.shared.id.JobId;
import dev.vto.shared.job.FailureCode;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.contract.End;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.domain.Made;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.NewJob.Owner;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL holds beyond the queue's contract: events, attempts, result rows, clocks. */
class JobEventsTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Database database = table.database();
    private final JobQueue queue = table.queue(Set.of(JobKind.values()));

    @ParameterizedTest
    @CsvSource({
        "SUCCEED, started succeeded, 0, succeeded",
        "FAIL, started failed, 0, failed",
        "RETRY_LATER, started retrying, 0, retrying",
        "HAND_BACK, started queued, 1, interrupted"
    })
    void tellsOfEachEnd(End end, String events, int doorbells, String outcome) {
        ClaimedJob job = claimed(NewJob.anImageJob());

        get(end.of(job, queue));

        assertThat(database.events(job.id())).isEqualTo(events);
        assertThat(database.doorbells(job.id())).isEqualTo(doorbells);
        assertThat(outcomes(job.id())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"SUCCEED, canceled", "FAIL, failed", "RETRY_LATER, retrying", "HAND_BACK, interrupted"})
    void tellsOfACancelAtEveryExitAndRingsForNoOne(End end, String outcome) {
        ClaimedJob job = claimed(NewJob.anImageJob());
        table.requestCancel(job.id());

        get(end.of(job, queue));

        assertThat(database.events(job.id())).isEqualTo("started canceled");
        assertThat(database.doorbells(job.id())).isZero();
        assertThat(outcomes(job.id())).isEqualTo(outcome);
    }

    @Test
    void tellsOfProgressOnlyWhereItIsWorthTelling() {
        ClaimedJob job = claimed(NewJob.anImageJob());

        get(queue.heartbeat(Map.of(job, 0.04)));
        get(queue.heartbeat(Map.of(job, 0.5)));
        get(queue.heartbeat(Map.of(job, 0.52)));

        assertThat(database.events(job.id())).isEqualTo("started progressed");
    }

    @Test
    void ringsForAJobThatWasRescuedOrIsDue() {
        ClaimedJob lost = claimed(NewJob.anImageJob());
        table.pass(LEASE.plusSeconds(1));
        get(queue.sweep(LEASE, 3));
        ClaimedJob due = get(queue.claim(1)).get(0);
        get(queue.retryLater(due, Results.failure(FailureCode.CAPACITY), Duration.ZERO));
        get(queue.sweep(LEASE, 3));

        assertThat(database.events(lost.id())).isEqualTo("started queued started retrying");
        assertThat(database.doorbells(lost.id())).isEqualTo(2);
        assertThat(outcomes(lost.id())).isEqualTo("lost retrying");
    }

    @Test
    void ringsForNoJobThatLostTooManyWorkers() {
        ClaimedJob lost = claimed(NewJob.anImageJob());
        table.pass(LEASE.plusSeconds(1));

        get(queue.sweep(LEASE, 1));

        assertThat(database.events(lost.id())).isEqualTo("started failed");
        assertThat(database.doorbells(lost.id())).isZero();
    }

    @Test
    void countsResultsAndNamesTheLetter() {
        Owner owner = Owner.any();
        ClaimedJob image = claimed(NewJob.anImageJob(owner));
        get(queue.succeed(image, Results.picture(image)));
        ClaimedJob video = claimed(NewJob.aVideoJob(owner));
        get(queue.succeed(video, Results.clip(video)));
        ClaimedJob letter = claimed(NewJob.aLetterJob(owner));
        Made written = Results.letter();
        get(queue.succeed(letter, written));

        String id = written.letter().id().toString();
        assertThat(database.one(
                        "SELECT concat_ws(' ', total_image_number, total_video_number, marketing_letter_key)"
                                + " FROM projects WHERE id = ?",
                        owner.project().value()))
                .isEqualTo("1 1 " + id);
        assertThat(database.one(
                        "SELECT marketing_letter_key FROM products WHERE id = ?",
                        owner.product().value()))
                .isEqualTo(id);
    }

    @Test
    void namesTheResultsInTheEvent() {
        ClaimedJob job = claimed(NewJob.anImageJob());
        Made made = Results.picture(job);

        get(queue.succeed(job, made));

        assertThat(database.one(
                        "SELECT payload ->> 'imageIds' FROM outbox_event WHERE type = 'vto.job.succeeded.v1'"
                                + " AND aggregateid = ?::text",
                        job.id().value()))
                .isEqualTo("[\"" + made.pictures().get(0).id() + "\"]");
    }

    @Test
    void movesTheFairRankClockOnAndNeverBack() {
        long ahead = clock() + 1000;
        claimed(NewJob.anImageJob().withRank(ahead));
        assertThat(clock()).isEqualTo(ahead);

        claimed(NewJob.anImageJob().withRank(ahead - Claim.SLACK / 2));

        assertThat(clock()).isEqualTo(ahead);
    }

    @Test
    void failsAJobThatItCannotReadAndRunsTheOthers() {
        NewJob unreadable = NewJob.anImageJob().withRank(1);
        NewJob readable = NewJob.anImageJob().withRank(2);
        table.submit(unreadable);
        table.submit(readable);
        database.execute(
                "UPDATE vto_job SET spec = '{}' WHERE id = ?", unreadable.id().value());

        assertThat(get(queue.claim(2))).extracting(ClaimedJob::id).containsExactly(readable.id());

        assertThat(database.one(
                        "SELECT concat_ws(' ', status, error_code) FROM vto_job WHERE id = ?",
                        unreadable.id().value()))
                .isEqualTo("FAILED internal");
        assertThat(database.events(unreadable.id())).isEqualTo("started failed");
    }

    private long clock() {
        return Long.parseLong(database.one("SELECT last_value FROM vto_rank_clock_5"));
    }

    private String outcomes(JobId job) {
        return database.one(
                "SELECT string_agg(outcome, ' ' ORDER BY claim) FROM job_attempt WHERE job_id = ?", job.value());
    }

    private ClaimedJob claimed(NewJob job) {
        table.submit(job);
        return get(queue.claim(1)).get(0);
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
