package dev.vto.worker.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vto.infra.test.EventContract;
import dev.vto.shared.job.JobKind;
import dev.vto.worker.application.port.JobQueue;
import dev.vto.worker.contract.End;
import dev.vto.worker.domain.ClaimedJob;
import dev.vto.worker.fixture.Database;
import dev.vto.worker.fixture.NewJob;
import dev.vto.worker.fixture.Results;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the published contract says of events, and what each claim brings of its job. */
class JobEventContractTest {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final PostgresJobTable table = PostgresJobTable.empty();
    private final Database database = table.database();
    private final JobQueue queue = table.queue(Set.of(JobKind.values()));

    @ParameterizedTest
    @EnumSource
    void keepsTheContractOfEventsAtEachEnd(End end) throws SQLException {
        ClaimedJob job = claimed(NewJob.anImageJob());
        get(queue.heartbeat(Map.of(job, 0.5)));
        get(end.of(job, queue));
        ClaimedJob canceled = claimed(NewJob.aLetterJob(NewJob.Owner.any()));
        table.requestCancel(canceled.id());
        get(end.of(canceled, queue));
        claimed(NewJob.anImageJob());
        table.pass(LEASE.plusSeconds(1));
        get(queue.sweep(LEASE, end == End.FAIL ? 1 : 3));

        assertThat(violations()).isEmpty();
    }

    @Test
    void keepsTheTraceOfTheRequest() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
        NewJob submitted = NewJob.anImageJob();
        table.submit(submitted);
        database.execute(
                "UPDATE vto_job SET traceparent = ? WHERE id = ?",
                trace,
                submitted.id().value());
        ClaimedJob job = get(queue.claim(1)).get(0);
        get(queue.succeed(job, Results.picture(job)));

        assertThat(job.traceparent()).isEqualTo(trace);
        assertThat(database.one(
                        "SELECT string_agg(headers ->> 'traceparent', ' ') FROM outbox_event WHERE aggregateid = ?::text",
                        job.id().value()))
                .isEqualTo(trace + " " + trace);
    }

    @Test
    void tellsHowLongAJobHasWaited() {
        NewJob submitted = NewJob.anImageJob();
        table.submit(submitted);
        database.execute(
                "UPDATE vto_job SET created_at = now() - interval '1 hour' WHERE id = ?",
                submitted.id().value());
        ClaimedJob first = get(queue.claim(1)).get(0);
        get(queue.handBack(first));

        assertThat(first.waited()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(get(queue.claim(1)).get(0).waited()).isLessThan(Duration.ofMinutes(1));
    }

    /** What is wrong with any event that was written. */
    private List<String> violations() throws SQLException {
        EventContract contract = EventContract.read();
        List<String> violations = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type, payload::text FROM outbox_event")) {
            while (rows.next()) {
                String type = rows.getString(1);
                contract.violationsOfValue(type, rows.getString(2))
                        .forEach(violation -> violations.add(type + " " + violation));
            }
        }
        return violations;
    }

    private ClaimedJob claimed(NewJob job) {
        table.submit(job);
        return get(queue.claim(1)).get(0);
    }

    private static <T> T get(Uni<T> answer) {
        return answer.await().atMost(Duration.ofSeconds(10));
    }
}
