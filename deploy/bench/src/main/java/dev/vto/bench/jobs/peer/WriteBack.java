package dev.vto.bench.jobs.peer;

import dev.vto.bench.jobs.peer.Peer.Letter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a job of the platform that writes a letter leaves behind, by JDBC in one transaction: the letter's row, the
 * project's counters and key, and an event. The event goes to a table of the same form that no relay reads, so that
 * peers do not pay for Kafka.
 */
public final class WriteBack {

    /** The event table; the schema of the peers is there. */
    public static final String TABLES =
            """
            DROP TABLE IF EXISTS bench.outbox_event;
            CREATE TABLE bench.outbox_event (LIKE public.outbox_event INCLUDING ALL);
            """;

    private static final String LETTER =
            """
            INSERT INTO public.marketing_letter (id, user_id, project_id, language, headline, summary, bullet_points,
              generated, provider, model, ai_generated)
            VALUES (?, ?, ?, 'en', 'A simulated letter', 'This letter was simulated, to try the platform out.',
              '["First simulated point", "Second point", "Third point", "Fourth point"]',
              '{"headline": "A simulated letter", "summary": "This letter was simulated, to try the platform out.",
                "bulletPoints": ["First simulated point", "Second point", "Third point", "Fourth point"]}',
              'peer', 'simulated-1', false)
            """;

    private static final String PROJECT =
            """
            UPDATE public.projects SET total_image_number = coalesce(total_image_number, 0) + 0,
              total_video_number = coalesce(total_video_number, 0) + 0,
              marketing_letter_key = coalesce(?, marketing_letter_key), updated_at = now()
            WHERE id = ?
            """;

    private static final String EVENT =
            """
            INSERT INTO bench.outbox_event (id, aggregatetype, aggregateid, type, payload, headers)
            VALUES (uuidv7(), 'vto_job', ?, 'vto.job.succeeded.v1',
              jsonb_build_object('jobId', ?::text, 'projectId', ?::text, 'userId', ?::text, 'kind', 'LETTER',
                'status', 'SUCCEEDED', 'attempt', 1, 'maxAttempts', 5, 'worker', 'peer', 'progress', 1,
                'letterId', ?::text, 'occurredAt', clock_timestamp()),
              '{"source": "/peer"}')
            """;

    private final DataSource database;

    public WriteBack(DataSource database) {
        this.database = database;
    }

    /** @throws IllegalStateException if it cannot be written; the peer then tries the job again in its own way */
    public void write(Letter letter) {
        UUID row = UUID.randomUUID();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, LETTER, row, letter.user(), letter.project());
            run(connection, PROJECT, row, letter.project());
            String job = letter.id().toString();
            run(connection, EVENT, job, job, letter.project(), letter.user(), row);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
