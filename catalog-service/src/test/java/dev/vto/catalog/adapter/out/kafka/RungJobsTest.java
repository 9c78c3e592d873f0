package dev.vto.catalog.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RungJobsTest {

    private static final String DOORBELL = "vto.job.requested.v1";

    private Outbox outbox;
    private Connection connection;
    private OutboxTable table;
    private long now;

    @BeforeEach
    void open() throws SQLException {
        outbox = Outbox.empty("rung_jobs");
        outbox.execute("DELETE FROM vto_job");
        connection = outbox.connect();
        table = new OutboxTable(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void queuesWhatWasRungAMomentAgoAndIsNotClaimed() throws SQLException {
        UUID waiting = job("PENDING");
        UUID claimed = job("RUNNING");
        RungJobs rung = new RungJobs(table, () -> now);

        rung.add(published(waiting, DOORBELL));
        rung.add(published(claimed, DOORBELL));
        now += RungJobs.MOMENT.toNanos() - 1;
        rung.queue();
        assertThat(status(waiting)).isEqualTo("PENDING");

        now += 1;
        rung.queue();
        assertThat(status(waiting)).isEqualTo("QUEUED");
        assertThat(outbox.one("SELECT queued_at IS NOT NULL FROM vto_job WHERE id = ?", waiting))
                .isEqualTo("t");
        assertThat(status(claimed)).isEqualTo("RUNNING");
    }

    @Test
    void queuesWhatItsPredecessorRangAndDidNotComeToQueue() throws SQLException {
        UUID rung = job("PENDING");
        UUID unsent = job("PENDING");
        outbox.write(rung.toString(), DOORBELL, "{}");
        outbox.execute("UPDATE outbox_event SET sent_at = now() - interval '5 minutes'");
        outbox.write(unsent.toString(), DOORBELL, "{}");

        new RungJobs(table, () -> now);

        assertThat(status(rung)).isEqualTo("QUEUED");
        assertThat(status(unsent)).isEqualTo("PENDING");
    }

    @Test
    void waitsForNobodyWhoHoldsAJob() throws SQLException {
        UUID held = job("PENDING");
        UUID other = job("PENDING");
        RungJobs rung = new RungJobs(table, () -> now);
        rung.add(published(held, DOORBELL));
        rung.add(published(other, DOORBELL));

        try (Connection claim = outbox.connect();
                Statement statement = claim.createStatement()) {
            claim.setAutoCommit(false);
            statement.execute("SELECT 1 FROM vto_job WHERE id = '" + held + "' FOR UPDATE");
            now += RungJobs.MOMENT.toNanos();
            rung.queue();
            assertThat(status(other)).isEqualTo("QUEUED");
            assertThat(status(held)).isEqualTo("PENDING");
        }
    }

    @Test
    void takesOtherEventsForNoDoorbells() throws SQLException {
        UUID job = job("PENDING");
        UUID last = job("PENDING");
        RungJobs rung = new RungJobs(table, () -> now);

        rung.add(published(job, "vto.job.queued.v1"));
        rung.add(published(last, DOORBELL));

        now += RungJobs.MOMENT.toNanos();
        rung.queue();
        assertThat(status(last)).isEqualTo("QUEUED");
        assertThat(status(job)).isEqualTo("PENDING");
    }

    private UUID job(String status) throws SQLException {
        UUID id = UUID.randomUUID();
        outbox.execute("INSERT INTO vto_job (id, status) VALUES (?, ?)", id, status);
        return id;
    }

    private String status(UUID job) throws SQLException {
        return outbox.one("SELECT status FROM vto_job WHERE id = ?", job);
    }

    private static OutboxTable.Event published(UUID job, String type) {
        return new OutboxTable.Event(UUID.randomUUID(), job.toString(), type, "{}", null, null, OffsetDateTime.now());
    }
}
